// Generated from the commands of the program; a test keeps it fresh. What is not on the list is refused
// before it reaches the program.
const ALLOWED = new Set([
  'answer_start',
  'attach_proof',
  'audit',
  'cancel',
  'case_state',
  'choose_case',
  'choose_files',
  'close_case',
  'create_case',
  'decide',
  'export_declarations',
  'facets',
  'forget_recent',
  'import_declarations',
  'import_files',
  'local_proof',
  'lock_case',
  'open_case',
  'open_sample',
  'overview',
  'people_page',
  'person',
  'place_of_person',
  'plugin:event|listen',
  'plugin:event|unlisten',
  'preferences',
  'preview_answer',
  'proof',
  'quick_look',
  'rule_panel',
  'save_answer',
  'set_case_facts',
  'set_preferences',
  'strength',
  'test_drop',
  'test_end',
  'undo_decision',
  'unlock_case',
  'withdraw_answer',
]);

window.__TAURI_ISOLATION_HOOK__ = (payload) => {
  if (!ALLOWED.has(payload.cmd)) {
    payload.cmd = 'refused';
    payload.payload = {};
  }
  return payload;
};
