// One node of the semantic tree as one native element: which element a role becomes, and how its texts, states and
// relations are set. What happens to the tree as a whole is in semantics.js.

export const rootId = 0;

// By scene::Role: the element, the attributes it always has; or the kind of a field.
const elementOfRole = [
  { tag: 'div' }, // root
  { tag: 'header' },
  { tag: 'div', attributes: { role: 'search' } },
  { tag: 'section' }, // region
  { tag: 'aside' },
  { tag: 'div', attributes: { role: 'group' } },
  { tag: 'ul' },
  { tag: 'li' },
  { tag: 'a' },
  { tag: 'button', attributes: { type: 'button' } },
  { field: 'checkbox' },
  { field: 'search' },
  { field: 'text' },
  { tag: 'div', attributes: { role: 'status' } },
  { tag: 'div', attributes: { 'aria-live': 'polite' } },
  { tag: 'div', attributes: { role: 'alert' } },
  { tag: 'h', isHeading: true },
  { tag: 'main' },
  { tag: 'article' },
  { tag: 'section' },
  { tag: 'p' },
  { tag: 'span' },
  { tag: 'mark' },
  { tag: 'time' },
  { tag: 'div' }, // box
  { tag: 'pre' },
  { tag: 'div', attributes: { role: 'dialog', 'aria-modal': 'true', tabindex: '-1' } },
  { tag: 'table' },
  { tag: 'tr' },
  { tag: 'th', attributes: { scope: 'col' } },
  { tag: 'th', attributes: { scope: 'row' } },
  { tag: 'td' },
  { tag: 'div', attributes: { role: 'slider', tabindex: '0' } },
  { tag: 'div', attributes: { role: 'separator', tabindex: '0' } },
  { field: 'text', attributes: { role: 'combobox', 'aria-autocomplete': 'list' } },
  { tag: 'div', attributes: { role: 'listbox' } },
  { tag: 'div', attributes: { role: 'option' } },
  { field: 'radio' },
  { field: 'textarea' },
  { tag: 'nav' },
  { tag: 'div', attributes: { role: 'progressbar' } },
  { field: 'search', attributes: { role: 'combobox', 'aria-autocomplete': 'list' } }, // search_combobox
];
// Where the page must know what it has before it.
export const role = { link: 8, button: 9, checkbox: 10, mark: 22, dialog: 26, combobox: 34, option: 36, radio: 37, searchCombobox: 41 };

const softHyphens = /\u00AD/g;
const allowedLink = /^(#|https?:|mailto:)/i;

// What the program knows of an element, on the element itself: `control` is what is focused and named (inside a label
// for fields), `known` the state the program last gave a checkbox, `committed` the last text that was not mere typing.
export function describedBy(target) {
  let element = target instanceof Element ? target : target?.parentElement;
  while (element && !element.lesesaalNode) element = element.parentElement;
  return element?.lesesaalNode ?? null;
}

// Whether one writes into it.
export function isTextField(element) {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && !/^(checkbox|radio)$/.test(element.type));
}

// What was written there: composed, as the program compares it, and without break points that came with a paste.
export function textOf(control) {
  return control.value.normalize('NFC').replace(softHyphens, '');
}

function makeField(kind, parentId) {
  const element = document.createElement('label');
  const control = document.createElement(kind === 'textarea' ? 'textarea' : 'input');
  if (kind !== 'textarea') control.type = kind;
  if (kind === 'radio') control.name = `n${parentId}`;
  control.autocomplete = 'off';
  control.spellcheck = kind === 'textarea';
  // Seen in the HTML view and found by find-in-page; the name itself is the control's aria-label.
  const caption = document.createElement('span');
  caption.setAttribute('aria-hidden', 'true');
  element.append(control, caption);
  return { element, control, caption };
}

function makeElement(kind, level, parentId) {
  if (kind.field) return makeField(kind.field, parentId);
  const element = document.createElement(kind.isHeading ? `h${Math.min(Math.max(level, 1), 6)}` : kind.tag);
  return { element, control: element, caption: null };
}

export function makeNode(id, parentId, roleNumber, level) {
  const kind = elementOfRole[roleNumber];
  const node = { id, role: roleNumber, style: '', committed: '', relations: [], ...makeElement(kind, level, parentId) };
  for (const [name, value] of Object.entries(kind.attributes ?? {})) node.control.setAttribute(name, value);
  return node;
}

function setOrRemove(element, attribute, value) {
  if (value === '') element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}

// scene::Tristate to an attribute that is absent, "false" or "true".
function setTristate(element, attribute, value) {
  setOrRemove(element, attribute, ['', 'false', 'true'][value]);
}

function setLink(node, href) {
  const isAllowed = allowedLink.test(href);
  const isOutside = isAllowed && !href.startsWith('#');
  setOrRemove(node.control, 'href', isAllowed ? href : '');
  setOrRemove(node.control, 'rel', isOutside ? 'noopener noreferrer' : '');
  setOrRemove(node.control, 'target', isOutside ? '_blank' : '');
}

function setName(node, name) {
  if (node.id === rootId) document.title = name;
  else setOrRemove(node.control, 'aria-label', name);
  if (node.caption) setOwnText(node.caption, name);
  showTip(node);
}

// What shows only a sign says its name to the mouse too.
function showTip(node) {
  const hasTip = /\btip\b/.test(node.style);
  if (hasTip) setOrRemove(node.control, 'title', node.control.getAttribute('aria-label') ?? '');
  // Once there is room for the words beside the sign, the old ones must go.
  else if (node.hasTip) setOrRemove(node.control, 'title', node.control.getAttribute('aria-description') ?? '');
  node.hasTip = hasTip;
}

function setLanguage(node, language) {
  if (node.id !== rootId) setOrRemove(node.element, 'lang', language);
  else if (language !== '') document.documentElement.lang = language;
}

function setDescription(node, text) {
  setOrRemove(node.control, 'aria-description', text);
  // The same for the eye and the mouse.
  setOrRemove(node.control, 'title', text);
}

function setValue(node, value) {
  if (!isTextField(node.control)) {
    setOrRemove(node.control, 'aria-valuetext', value);
    return;
  }
  // Never under the reader's hands: a caret would jump, a composition break off.
  if (node.isComposing || textOf(node.control) === value) return;
  node.control.value = value;
  node.committed = value;
}

// To change a text costs less than to make it anew.
function setOwnText(element, text) {
  const only = element.firstChild;
  if (only?.nodeType === Node.TEXT_NODE && only.nextSibling === null) only.data = text;
  else element.textContent = text;
}

// By TextProperty in src/platform/web/dom_changes.cpp.
export const textSetters = [
  setName,
  (node, text) => { if (!node.caption) setOwnText(node.element, text); },
  setValue,
  (node, text) => setOrRemove(node.control, 'placeholder', text),
  setDescription,
  setLink,
  setLanguage,
  (node, text) => { node.style = text; showClasses(node); showTip(node); },
  (node, text) => setOrRemove(node.control, 'datetime', text),
  (node, text) => setOrRemove(node.control, 'aria-haspopup', text),
];

// By StateProperty in the same file.
export const stateSetters = [
  (node, value) => setTristate(node.control, 'aria-pressed', value),
  (node, value) => { node.known = value === 2; node.control.checked = node.known; },
  (node, value) => setTristate(node.control, 'aria-expanded', value),
  (node, value) => setOrRemove(node.control, 'aria-current', value === 2 ? 'true' : ''),
  setDisabled,
  (node, value) => { node.isVisible = value !== 0; showClasses(node); },
  (node, value) => setOrRemove(node.element, 'aria-posinset', value === 0 ? '' : String(value)),
  (node, value) => setOrRemove(node.element, 'aria-setsize', value === 0 ? '' : String(value)),
  (node, value) => setTristate(node.control, 'aria-selected', value),
  setTabStop,
  (node, value) => setOrRemove(node.control, 'aria-orientation', ['', 'horizontal', 'vertical'][value]),
];

// By Relation in the same file.
export const relations = ['aria-activedescendant', 'aria-controls'];

function setDisabled(node, value) {
  // A button that disables itself would drop the focus; so only fields use the native attribute.
  if (node.caption) node.control.disabled = value !== 0;
  else setOrRemove(node.control, 'aria-disabled', value === 0 ? '' : 'true');
}

function setTabStop(node, value) {
  node.hasTabStop = value !== 0;
  const byRole = elementOfRole[node.role].attributes?.tabindex ?? '';
  setOrRemove(node.control, 'tabindex', [byRole, '-1', '0'][value]);
}

export function setRange(node, min, max, now) {
  const inWords = (number) => String(Math.round(number * 100) / 100);
  node.control.setAttribute('aria-valuemin', inWords(min));
  node.control.setAttribute('aria-valuemax', inWords(max));
  node.control.setAttribute('aria-valuenow', inWords(now));
  // For a bar made by the style sheet.
  node.element.style.setProperty('--share', String(max > min ? (now - min) / (max - min) : 0));
}

export function removeRange(node) {
  for (const name of ['aria-valuemin', 'aria-valuemax', 'aria-valuenow']) node.control.removeAttribute(name);
  node.element.style.removeProperty('--share');
}

export function showClasses(node) {
  const words = [node.style, node.isVisible && 'visible', node.isPlaced && 'placed', node.scrolls && 'scroller'];
  const classes = words.filter(Boolean).join(' ');
  if (classes === (node.classes ?? '')) return;
  node.classes = classes;
  setOrRemove(node.element, 'class', classes);
}
