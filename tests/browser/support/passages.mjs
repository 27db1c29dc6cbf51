// Passages of the open article: selected as a hand does, marked, and looked at.
import { plain, until } from './wait.mjs';

// Drags over these words of the article. They must stand in one line of one paragraph.
export async function dragOver(room, words) {
  const place = await until(`the words "${words}" in the article`, () => room.frame.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('.selectable'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      // With break points as they stand.
      const pattern = new RegExp([...wanted].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\u00AD?'));
      const found = pattern.exec(text.data);
      if (!found) continue;
      const range = document.createRange();
      range.setStart(text, found.index);
      range.setEnd(text, found.index + found[0].length);
      range.startContainer.parentElement.scrollIntoView({ block: 'center' });
      const [box, ...more] = range.getClientRects();
      return more.length === 0 && { left: box.left, right: box.right, y: box.top + box.height / 2 };
    }
    return false;
  }, words));
  await room.page.mouse.move(place.left + 0.5, place.y);
  await room.page.mouse.down();
  await room.page.mouse.move((place.left + place.right) / 2, place.y, { steps: 4 });
  await room.page.mouse.move(place.right, place.y, { steps: 4 });
  await room.page.mouse.up();
}

export const selected = async (room) => plain(await room.frame.evaluate(() => getSelection().toString()));

export async function waitForTools(room) {
  return room.find('group', 'Ausgewählte Stelle');
}

// What is highlighted in the article: [colour, words], the pieces of one colour that follow each other joined.
export function highlights(room) {
  return room.frame.$$eval('.selectable mark.highlight', (marks) => marks.map((mark) => [
    ['yellow', 'green', 'blue', 'pink'].find((colour) => mark.classList.contains(colour)),
    mark.textContent.replaceAll('\u00AD', ''),
  ]));
}

export async function waitForHighlights(room, wanted) {
  await until(async () => `highlights ${JSON.stringify(wanted)}; there are ${JSON.stringify(await highlights(room))}`,
    async () => JSON.stringify(await highlights(room)) === JSON.stringify(wanted));
}
