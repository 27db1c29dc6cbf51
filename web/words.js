// What the page itself must say, before the program runs or when it does not: in the language of the browser. Everything
// else is said by the program, from assets/i18n.

const german = {
  opening: 'Lesesaal wird geöffnet …',
  openingShare: (percent) => `Lesesaal wird geöffnet: ${percent}\u202f%`,
  slow: 'Das dauert länger als sonst. Bleibt die Seite so, ist die Datei unvollständig oder der Browser zu alt: Bitte kopieren Sie die Datei neu oder öffnen Sie sie in einem aktuellen Browser.',
  damagedBlock: (name) => `Der Datenblock „${name}“ ist beschädigt oder fehlt. Bitte kopieren Sie die Datei neu.`,
  oldBrowser: 'Dieser Browser ist zu alt für Lesesaal. Bitte öffnen Sie die Datei in einem aktuellen Browser.',
  stopped: 'Lesesaal ist auf einen Fehler gestoßen und wurde angehalten. Bitte laden Sie die Seite neu.',
  notOpened: 'Lesesaal konnte nicht geöffnet werden.',
  untouchedData: 'Ihre eigenen Lesezeichen und Notizen sind davon nicht berührt.',
};

const english = {
  opening: 'Opening Lesesaal …',
  openingShare: (percent) => `Opening Lesesaal: ${percent}%`,
  slow: 'This takes longer than usual. If the page stays like this, the file is incomplete or the browser too old: please copy the file again, or open it in a current browser.',
  damagedBlock: (name) => `The data block “${name}” is damaged or missing. Please copy the file again.`,
  oldBrowser: 'This browser is too old for Lesesaal. Please open the file in a current browser.',
  stopped: 'Lesesaal has come upon an error and was stopped. Please reload the page.',
  notOpened: 'Lesesaal could not be opened.',
  untouchedData: 'Your own bookmarks and notes are not affected.',
};

// As app::effective_language: German, unless the browser speaks English.
const isEnglish = /^en\b/i.test(navigator.language ?? '');
export const language = isEnglish ? 'en' : 'de';
export const words = isEnglish ? english : german;
