/**
 * What a page of the course runs in the LMS: it takes its token, says that it was begun, and with the button that it was
 * read and left. cmi5 §8–10: the LMS hands in where to report, by whom, and the context of each statement.
 */
export const reportScript = `'use strict';
(async () => {
  const asked = new URLSearchParams(location.search);
  const [endpoint, fetchUrl, activityId, registration] = ['endpoint', 'fetch', 'activityId', 'registration'].map((name) => asked.get(name));
  const button = document.getElementById('done');
  const state = document.getElementById('state');
  if (!endpoint || !fetchUrl) { button.hidden = true; return; }
  const actor = JSON.parse(asked.get('actor'));
  const { 'auth-token': token } = await (await fetch(fetchUrl, { method: 'POST' })).json();
  const headers = { authorization: 'Basic ' + token, 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
  const base = endpoint.replace(/\\/+$/, '');
  const of = new URLSearchParams({ stateId: 'LMS.LaunchData', activityId, agent: JSON.stringify(actor), registration });
  const launch = await (await fetch(base + '/activities/state?' + of, { headers })).json();
  const began = Date.now();
  const category = (name) => ({ id: 'https://w3id.org/xapi/cmi5/context/categories/' + name });
  const report = async (verb, { isMoveOn = false, result } = {}) => {
    const context = structuredClone(launch.contextTemplate || {});
    context.registration = registration;
    context.contextActivities = context.contextActivities || {};
    context.contextActivities.category = [...(context.contextActivities.category || []), category('cmi5'), ...(isMoveOn ? [category('moveon')] : [])];
    const id = crypto.randomUUID();
    const said = { id, timestamp: new Date().toISOString(), actor, verb: { id: 'http://adlnet.gov/expapi/verbs/' + verb }, object: { objectType: 'Activity', id: activityId }, context, result };
    const answered = await fetch(base + '/statements?statementId=' + id, { method: 'PUT', headers, body: JSON.stringify(said) });
    if (!answered.ok) throw new Error(String(answered.status));
  };
  await report('initialized');
  button.addEventListener('click', async () => {
    button.disabled = true;
    const duration = 'PT' + Math.round((Date.now() - began) / 1000) + 'S';
    try {
      await report('completed', { isMoveOn: true, result: { completion: true, duration } });
      await report('terminated', { result: { duration } });
      state.textContent = '✓';
      if (launch.returnURL) location.assign(launch.returnURL);
    } catch (fault) {
      state.textContent = fault.message;
      button.disabled = false;
    }
  });
})();
`;
