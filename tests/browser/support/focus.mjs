// Where the keyboard is, in the page and around it.
import { plain, until } from './wait.mjs';

// Runs in the page. Numbers the controls in document order once, so that stops can be told apart.
function lookAtFocus() {
  // Without those of a roving focus that arrow keys lead to.
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="slider"], [role="separator"]')]
    .filter((control) => control.tabIndex >= 0);
  const element = document.activeElement;
  if (!document.hasFocus() || !element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const isOutlined = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && !/, 0\)$|^transparent$/.test(style.outlineColor);
  };
  return {
    index: controls.indexOf(element),
    count: controls.length,
    kind: element.localName,
    name: element.getAttribute('aria-label') ?? element.textContent,
    isOutlined: isOutlined(element) || (element.parentElement.localName === 'label' && isOutlined(element.parentElement)),
    isShown: box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
  };
}

// Runs in the page around the frame.
function lookAround() {
  const element = document.activeElement;
  return element && element.localName === 'button' ? { outside: element.textContent } : null;
}

export async function focusOf(room) {
  if (room.mode === 'sandbox') {
    const outside = await room.page.mainFrame().evaluate(lookAround);
    if (outside) return outside;
  }
  const inside = await room.frame.evaluate(lookAtFocus);
  return inside && { ...inside, name: plain(inside.name) };
}

// Presses a key that moves the focus, and waits until it has moved.
export async function step(room, backwards = false) {
  const before = JSON.stringify(await focusOf(room));
  if (backwards) await room.chord('Shift', 'Tab');
  else await room.page.keyboard.press('Tab');
  return until(`${backwards ? 'Shift+Tab' : 'Tab'} moves the focus away from ${before}`, async () => {
    const now = await focusOf(room);
    return now && JSON.stringify(now) !== before && now;
  });
}

// Tab, until the focus is on a control whose name begins so.
export async function tabTo(room, beginning, { backwards = false, stepsMax = 120 } = {}) {
  const seen = [];
  for (let i = 0; i < stepsMax; i++) {
    const stop = await step(room, backwards);
    if (stop.name?.startsWith(beginning)) return stop;
    seen.push(stop.name ?? stop.outside);
  }
  throw new Error(`${stepsMax} steps did not lead to "${beginning}", but to: ${seen.join(' | ')}`);
}
