export { forMachines, printDiagnostics } from './cli/diagnostic-list.js';
export { EXIT, type ExitCode, MisuseError } from './cli/exit-code.js';
export { configureHelp, examples, exitCodes } from './cli/help.js';
export { type JsonDocument, readDocuments } from './cli/json-documents.js';
export { orFaults } from './cli/pack-folder.js';
export { type ProgramWords, programOf, toldToPeople } from './cli/program.js';
export { Progress } from './cli/progress.js';
export { askedLanguage, type Environment, preferredLanguage, wantsColor } from './cli/surroundings.js';
export { type Colors, type Language, Terminal, type TerminalSetting } from './cli/terminal.js';
