import { commandLineControls } from '../assistants/command-lines.ts';
import { editorControls } from '../assistants/editors.ts';
import { ignoreControls } from '../assistants/ignore-files.ts';
import { applicationControls } from './applications.ts';
import type { Control } from './control.ts';
import { fileControls } from './managed-file.ts';
import { networkControls } from './network.ts';
import { otelControls } from './otel.ts';
import { pathControls } from './protected-paths.ts';
import { settingControls } from './settings-controls.ts';
import { switchControls } from './switches.ts';
import { traceControls } from './traces.ts';

/** Every control, in the order reports show them. Their ids are stable. */
export const allControls: readonly Control[] = [
  ...switchControls,
  ...otelControls,
  ...networkControls,
  ...settingControls,
  ...pathControls,
  ...fileControls,
  ...traceControls,
  ...applicationControls,
  ...editorControls,
  ...commandLineControls,
  ...ignoreControls,
];
