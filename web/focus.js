// Keeps the focus somewhere sensible when what had it goes, and within a dialog while one is open.

import { describedBy } from './elements.js';

const focusable = ':is(a[href], button, input:not([disabled]), textarea:not([disabled]), [tabindex])';
const tabStop = `${focusable}:not([tabindex="-1"])`;
const textField = ':is(input:not([type="checkbox"], [type="radio"]), textarea):not([disabled])';
// A screen reader hears these also while a dialog is open, so they never rest.
const liveRegions = '[aria-live], [role="status"], [role="alert"]';

function firstIn(element, selector) {
  return element.matches(selector) ? element : element.querySelector(selector);
}

function firstTabStop(element) {
  return firstIn(element, tabStop);
}

export function hasTabStopInside(element) {
  return element.querySelector(tabStop) !== null;
}

export function giveFocus(element) {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus();
  return document.activeElement === element;
}

function siblings(element, step) {
  const found = [];
  for (let one = element[step]; one; one = one[step]) found.push(one);
  return found;
}

// All that is not the dialog, nor around it, nor must be heard.
function collectOutside(element, dialog, found) {
  for (const child of element.children) {
    if (child === dialog || child.matches(liveRegions)) continue;
    if (child.contains(dialog) || child.querySelector(liveRegions)) collectOutside(child, dialog, found);
    else found.add(child);
  }
}

export class FocusKeeper {
  #scene;
  #nodes;
  #lost = null;
  #dialogs = []; // open ones, each with the path of what had the focus before, and whether it has just come
  #closed = [];
  #resting = new Set();

  constructor(scene, nodes) {
    this.#scene = scene;
    this.#nodes = nodes;
  }

  get dialog() {
    return this.#dialogs.at(-1)?.element ?? null;
  }

  // Of a new dialog, before it is in the page.
  dialogOpens(element) {
    this.#dialogs.push({ element, cameFrom: this.#pathOfFocus(), isNew: true });
  }

  // Before an element goes. Returns: the node below it that has the focus, if one does.
  willRemove(element) {
    const removed = this.#dialogs.filter((dialog) => element.contains(dialog.element));
    this.#closed.push(...removed);
    this.#dialogs = this.#dialogs.filter((dialog) => !removed.includes(dialog));
    if (!element.contains(document.activeElement)) return null;
    const node = describedBy(document.activeElement);
    this.#lost = { path: this.#pathOfFocus(), places: this.#placesAround(element) };
    return node;
  }

  // When all changes are made. `wanted`: the program's own wish, or null.
  settle(isStructureChanged, wanted) {
    if (isStructureChanged) this.#letRest();
    const isGranted = wanted !== null && giveFocus(wanted);
    const { dialog } = this;
    if (!isGranted && dialog !== null) {
      // Who has left the page by Tab is not called back.
      const isWanted = this.#dialogs.at(-1).isNew || document.hasFocus();
      // Where there is something to write, that is what the dialog is for.
      if (isWanted && !dialog.contains(document.activeElement)) giveFocus(firstIn(dialog, textField) ?? firstTabStop(dialog) ?? dialog);
    } else if (!isGranted && this.#closed.length > 0) {
      this.#goBack(this.#closed[0].cameFrom);
    } else if (!isGranted && this.#lost !== null && !this.#scene.contains(document.activeElement)) {
      this.#goBack(this.#lost.path.slice(0, 1)) || this.#goNear(this.#lost.places);
    }
    for (const one of this.#dialogs) one.isNew = false;
    this.#lost = null;
    this.#closed = [];
  }

  // The ids from what has the focus, or had it a moment ago, up to the root.
  #pathOfFocus() {
    let node = this.#scene.contains(document.activeElement) ? describedBy(document.activeElement) : null;
    if (!node || node.element === this.#scene) return this.#lost?.path ?? [];
    const path = [];
    for (; node && node.element !== this.#scene; node = describedBy(node.element.parentElement)) path.push(node.id);
    return path;
  }

  // Level by level: what follows, then what comes before, then what is around.
  #placesAround(element) {
    const places = [];
    for (let one = element; one !== this.#scene && one.parentElement; one = one.parentElement) {
      places.push({
        neighbours: [...siblings(one, 'nextElementSibling'), ...siblings(one, 'previousElementSibling')],
        parent: one.parentElement,
      });
    }
    return places;
  }

  // To the very place by its id, which may be another element by now, or to the nearest around it that is left.
  #goBack(path) {
    for (const id of path) {
      const node = this.#nodes.get(id);
      if (!node) continue;
      const isItself = id === path[0];
      return giveFocus(isItself ? node.control : firstTabStop(node.element) ?? node.control);
    }
    return false;
  }

  #goNear(places) {
    for (const { neighbours, parent } of places) {
      for (const neighbour of neighbours) {
        // In a list with roving focus the neighbour is no stop yet, and becomes the one by this.
        const stop = neighbour.isConnected ? firstTabStop(neighbour) ?? firstIn(neighbour, focusable) : null;
        if (stop && giveFocus(stop)) return;
      }
      if (parent.isConnected && parent !== this.#scene) {
        giveFocus(firstTabStop(parent) ?? parent);
        return;
      }
    }
  }

  #letRest() {
    const outside = new Set();
    if (this.dialog !== null) collectOutside(this.#scene, this.dialog, outside);
    for (const element of this.#resting) if (!outside.has(element)) element.inert = false;
    for (const element of outside) element.inert = true;
    this.#resting = outside;
  }
}
