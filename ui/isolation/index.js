// Generated from the commands of the program; a test keeps it fresh. What is not on the list is refused
// before it reaches the program.
const ALLOWED = new Set([
  'audit',
  'cancel',
  'case_state',
  'choose_case',
  'choose_files',
  'close_case',
  'create_case',
  'forget_recent',
  'import_files',
  'local_proof',
  'lock_case',
  'open_case',
  'open_sample',
  'plugin:event|listen',
  'plugin:event|unlisten',
  'preferences',
  'quick_look',
  'set_case_facts',
  'set_preferences',
  'strength',
  'test_drop',
  'test_end',
  'unlock_case',
]);

window.__TAURI_ISOLATION_HOOK__ = (payload) => {
  if (!ALLOWED.has(payload.cmd)) {
    payload.cmd = 'refused';
    payload.payload = {};
  }
  return payload;
};
