// Keys, told to the program with what has the focus, unless the browser or the element itself takes them.

import { describedBy, isTextField, role, rootId } from './elements.js';

const keysOfTheBrowser = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Unidentified', 'Process']);
// With Ctrl or Cmd: find, address line, tabs and windows, reload, print, zoom, history, bookmarks, source.
const combinationsOfTheBrowser = new Set([...'fglntwrpdhju+-=0']);
const combinationsOfFields = new Set([...'acvxyz', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Backspace', 'Delete', 'Home', 'End', 'Insert', 'Enter']);
const keysOfComboboxes = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Enter']);
// Tab only where it chooses an option: the program says so.
const keysOfSearches = new Set(['ArrowUp', 'ArrowDown', 'Enter', 'Tab']);
const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);
const pressKeys = new Set(['Enter', ' ']);

// Whether what is being typed into leaves the key to the program.
function isLeftByField(node, key, hasControl) {
  if (key === 'Escape' || (hasControl && key.toLowerCase() === 'k')) return true;
  if (node.control instanceof HTMLTextAreaElement) return hasControl && key === 'Enter';
  if (node.role === role.combobox && !hasControl && keysOfComboboxes.has(key)) return true;
  if (node.role === role.searchCombobox && !hasControl && keysOfSearches.has(key)) return true;
  return hasControl && !combinationsOfFields.has(key.length === 1 ? key.toLowerCase() : key);
}

function isTakenByControl(target, key, hasControl) {
  if (target.closest('input[type="radio"]') && arrows.has(key)) return true;
  return pressKeys.has(key) && !hasControl && target.closest('a, button, input, label') !== null;
}

export class Keys {
  #program;
  #onCommit;
  #onActivate;
  #cancelDrag;

  // `onCommit(node)`: the text of a field stands. `onActivate(node)`. `cancelDrag()` returns whether there was one.
  constructor(program, { onCommit, onActivate, cancelDrag }) {
    this.#program = program;
    this.#onCommit = onCommit;
    this.#onActivate = onActivate;
    this.#cancelDrag = cancelDrag;
  }

  start() {
    document.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #onKey(event) {
    const { key } = event;
    const target = event.target instanceof Element ? event.target : document.body;
    const node = describedBy(target);
    const isForBrowser = keysOfTheBrowser.has(key) && !(key === 'Tab' && !event.shiftKey && node?.role === role.searchCombobox);
    // Safari ends a composition before the key that ended it, which only its old number then tells.
    const isComposing = event.isComposing || event.keyCode === 229;
    if (event.defaultPrevented || isComposing || isForBrowser || /^F\d+$/.test(key)) return;
    const isAltGraph = event.getModifierState('AltGraph');
    const hasControl = (event.ctrlKey || event.metaKey) && !isAltGraph;
    const hasAlt = event.altKey && !isAltGraph;
    if (hasControl && combinationsOfTheBrowser.has(key.toLowerCase())) return;
    if (key === 'Escape' && this.#cancelDrag()) {
      event.preventDefault();
      return;
    }
    const modifiers = (hasControl ? 1 : 0) | (hasAlt ? 2 : 0) | (event.shiftKey ? 4 : 0);
    const tell = () => this.#program.callWith('lesesaal_key_pressed', [node?.id ?? rootId, modifiers], [key]) !== 0;
    const isUsed = isTextField(target) ? this.#onFieldKey(node, key, hasControl, tell) : this.#onPlainKey(event, target, node, hasControl, tell);
    if (isUsed) event.preventDefault();
  }

  // Enter makes the text stand, in a textarea with Ctrl or Cmd; in a combobox unless the program takes it for an option.
  // In a sheet the program hears of it too: there it does what the sheet's button does.
  #onFieldKey(node, key, hasControl, tell) {
    const isTextArea = node.control instanceof HTMLTextAreaElement;
    const isCombobox = node.role === role.combobox || node.role === role.searchCombobox;
    const commits = key === 'Enter' && (!isTextArea || hasControl);
    if (commits && !isCombobox) this.#onCommit(node);
    const isForSheet = commits && !isTextArea && node.element.closest('[role="dialog"]') !== null;
    const isUsed = (isLeftByField(node, key, hasControl) || isForSheet) && tell();
    if (commits && isCombobox && !isUsed) this.#onCommit(node);
    return isUsed;
  }

  #onPlainKey({ key, shiftKey }, target, node, hasControl, tell) {
    if (isTakenByControl(target, key, hasControl)) return false;
    // The reader is selecting text.
    if (shiftKey && /^(Arrow|Home|End|Page)/.test(key) && !getSelection().isCollapsed) return false;
    if (tell()) return true;
    if (node?.role !== role.option || !pressKeys.has(key)) return false;
    this.#onActivate(node);
    return true;
  }
}
