// Passages of the article that the reader selects, told to the program: by the nodes they begin and end in, and by the
// characters of these nodes without the break points inside words. The browser does the selecting.

import { describedBy } from './elements.js';

// By scene::Action.
const select = 10;
// After the last change of a selection by keys or fingers.
const restMs = 150;
const softHyphens = /\u00AD/g;
const selectable = '.selectable';
// A press on these leaves selection and focus where they are.
const keepsSelection = '.keeps-selection';
// The program holds what it was told while this is there.
const held = 'held';
// What goes below the selection is about so large, in CSS px.
const toolsRoom = { width: 196, height: 64 };

const lengthOf = (text) => text.replace(softHyphens, '').length;

function textsIn(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

// What of the range lies in each of the texts.
function partsOf(range, texts) {
  const parts = [];
  for (const text of texts) {
    if (!range.intersectsNode(text)) continue;
    const begin = text === range.startContainer ? range.startOffset : 0;
    const end = text === range.endContainer ? range.endOffset : text.length;
    // A press there is no part of the text.
    if (begin < end && !text.parentElement.closest(keepsSelection)) parts.push({ text, begin, end });
  }
  return parts;
}

function firstSentence(text, language) {
  if (!Intl.Segmenter) return text.length;
  const [sentence] = new Intl.Segmenter(language || undefined, { granularity: 'sentence' }).segment(text);
  return sentence ? sentence.segment.trimEnd().length : 0;
}

export class PassageSelection {
  #act;
  #scene;
  #timer = 0;
  #isPointerDown = false;
  #told = '';
  #isHeld = false;

  constructor(scene, act) {
    this.#scene = scene;
    this.#act = act;
  }

  start() {
    document.addEventListener('selectionchange', () => this.#changed());
    document.addEventListener('pointerdown', () => { this.#isPointerDown = true; }, { capture: true });
    for (const type of ['pointerup', 'pointercancel']) {
      document.addEventListener(type, () => { this.#isPointerDown = false; this.#changed(); }, { capture: true });
    }
    // What is drawn behind a selection that stays: a text laid out anew has it elsewhere.
    addEventListener('resize', () => this.#changed());
    this.#scene.addEventListener('mousedown', (event) => {
      if (event.target.closest?.(keepsSelection)) event.preventDefault();
    });
  }

  // The first sentence in sight.
  selectFirst() {
    const box = this.#box();
    if (!box) return;
    const { top } = this.#sightOf(box);
    const shown = [...box.children].find((child) => child.getBoundingClientRect().bottom > top + 1 && child.textContent.trim() !== '');
    if (!shown) return;
    const texts = textsIn(shown);
    let left = firstSentence(shown.textContent, shown.closest('[lang]')?.lang);
    const range = document.createRange();
    range.setStart(texts[0], 0);
    for (const text of texts) {
      range.setEnd(text, Math.min(left, text.length));
      left -= text.length;
      if (left <= 0) break;
    }
    // Chromium lets keys widen a selection only where the focus is.
    box.tabIndex = -1;
    box.focus({ preventScroll: true });
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  // When the frame's changes are made: a passage that was marked, or let go by Escape, is not selected any more.
  settle() {
    if (this.#told === '') return;
    const box = this.#box();
    const isHeld = box?.classList.contains(held) ?? false;
    if (this.#isHeld && !isHeld) {
      this.#told = '';
      clearTimeout(this.#timer);
      if (box && getSelection().rangeCount > 0 && getSelection().getRangeAt(0).intersectsNode(box)) getSelection().removeAllRanges();
    }
    this.#isHeld = isHeld;
  }

  #box() {
    return this.#scene.querySelector(selectable);
  }

  // Between which heights the box is in sight.
  #sightOf(box) {
    let scroller = box.parentElement;
    while (scroller && !describedBy(scroller)?.scrolls) scroller = scroller.parentElement;
    const { top, bottom } = (scroller ?? document.documentElement).getBoundingClientRect();
    return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) };
  }

  // Of the selection, what is in sight; from the corner of the box.
  #placeOf(range, box) {
    const shown = range.getBoundingClientRect();
    const { left, top, width } = box.getBoundingClientRect();
    const sight = this.#sightOf(box);
    const begin = Math.min(Math.max(shown.top, sight.top), Math.max(sight.top, sight.bottom - toolsRoom.height));
    const end = Math.min(Math.max(shown.bottom, begin), Math.max(begin, sight.bottom - toolsRoom.height));
    const x = Math.max(0, Math.min(shown.left - left, width - toolsRoom.width));
    return [x, begin - top, Math.min(shown.width, width - x), end - begin].map((px) => px.toFixed(1));
  }

  #changed() {
    clearTimeout(this.#timer);
    if (getSelection().isCollapsed) this.#tell();
    else if (!this.#isPointerDown) this.#timer = setTimeout(() => this.#tell(), restMs);
  }

  #tell() {
    const box = this.#box();
    const passage = box ? this.#passageIn(box) : '';
    if (passage === this.#told) return;
    this.#told = passage;
    if (passage === '') this.#isHeld = false;
    if (box) this.#act(describedBy(box).id, select, passage);
  }

  #passageIn(box) {
    const selection = getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) return '';
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(box)) return '';
    const parts = partsOf(range, textsIn(box));
    if (parts.length === 0) return '';
    const [first, last] = [parts[0], parts.at(-1)];
    return [
      describedBy(first.text).id, lengthOf(first.text.data.slice(0, first.begin)),
      describedBy(last.text).id, lengthOf(last.text.data.slice(0, last.end)), ...this.#placeOf(range, box),
    ].join(' ');
  }
}
