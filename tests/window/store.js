// Puts a word wherever a page can put one that is to last.
steps.walk(async () => {
  const word = globalThis.WORD.join('');
  const done = (request) => new Promise((good, bad) => Object.assign(request, { onsuccess: () => good(request.result), onerror: () => bad(request.error) }));
  localStorage.setItem('kept', word);
  steps.note('localStorage');
  sessionStorage.setItem('kept', word);
  steps.note('sessionStorage');
  document.cookie = `kept=${word}; max-age=1000000`;
  steps.note('cookie');
  const opening = indexedDB.open('kept', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('kept');
  const database = await done(opening);
  await done(database.transaction('kept', 'readwrite').objectStore('kept').put(word, 'kept'));
  database.close();
  steps.note('indexedDB');
  // What is kept is written some time later.
  await steps.later(3000);
});
