// The page's side of the contract with the program: elements of every role, focus that is never lost, dialogs, drags, keys.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { action, makePageSide, relation, role, state, text } from './support/page_side.mjs';
import { inBrowsers } from './support/suite.mjs';
import { until } from './support/wait.mjs';

// A page, and how to change it as the program does: change([method, ...arguments]…), one frame.
class Side {
  constructor(page) {
    this.page = page;
  }

  change(...calls) {
    return this.page.evaluate((list) => {
      for (const [method, ...values] of list) window.side.semantics[method](...values);
      window.side.semantics.done();
    }, calls);
  }

  // What was told since the last look; actions alone as [id, action, value].
  async acted(...kinds) {
    await this.page.evaluate(() => Promise.resolve());
    const told = await this.page.evaluate(() => window.side.told.splice(0));
    return told.filter(([name, , kind]) => name === 'lesesaal_acted' && kinds.includes(kind)).map(([, ...rest]) => rest);
  }

  async keys() {
    const told = await this.page.evaluate(() => window.side.told.splice(0));
    return told.filter(([name]) => name === 'lesesaal_key_pressed').map(([, target, , key]) => [target, key]);
  }

  use(...keys) {
    return this.page.evaluate((list) => { for (const key of list) window.side.usedKeys.add(key); }, keys);
  }

  focused() {
    return this.page.evaluate(() => {
      let element = document.activeElement;
      while (element && !element.lesesaalNode) element = element.parentElement;
      return element?.lesesaalNode.id ?? null;
    });
  }

  focus(id) {
    return this.change(['focus', id]);
  }

  find(selector) {
    return this.page.$(`aria/${selector}`);
  }
}

const button = (id, parent, name) => [['create', id, parent, 0, role.button, 0], ['setText', id, text.text, name]];
const placed = (id, x, y) => ['place', id, x, y, 80, 30];

inBrowsers('the page without a program', ({ world }) => {
  let built;
  before(async () => { built = await makePageSide(); });
  after(() => built.remove());

  async function visit(body) {
    const page = await world.browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    try {
      await page.goto(pathToFileURL(built.file).href);
      await page.bringToFront();
      await body(new Side(page), page);
      assert.deepEqual(errors, []);
    } finally {
      await page.close();
    }
  }

  test('a table is a table, a slider a slider: the browser finds every new role by its name', async () => {
    await visit(async (side) => {
      await side.change(
        ['create', 1, 0, 0, role.table, 0], ['setText', 1, text.name, 'Tabelle'],
        ['create', 2, 1, 0, role.row, 0],
        ['create', 3, 2, 0, role.columnHeader, 0], ['setText', 3, text.text, 'Artikel'],
        ['create', 4, 1, 0, role.row, 0],
        ['create', 5, 4, 0, role.rowHeader, 0], ['setText', 5, text.text, 'Hessen'],
        ['create', 6, 4, 0, role.cell, 0], ['setText', 6, text.text, 'vier'],
        ['create', 7, 0, 0, role.slider, 0], ['setText', 7, text.name, 'Beginn'], ['setRange', 7, 0, 10, 2.5], ['setText', 7, text.value, '1. Mai'],
        ['create', 8, 0, 0, role.separator, 0], ['setText', 8, text.name, 'Breite'], ['setRange', 8, 0, 10, 5], ['setState', 8, state.orientation, 2],
        ['create', 9, 0, 0, role.navigation, 0], ['setText', 9, text.name, 'Inhalt'],
        ['create', 10, 0, 0, role.progress, 0], ['setText', 10, text.name, 'Gelesen'], ['setRange', 10, 0, 100, 30],
        ['create', 11, 0, 0, role.textarea, 0], ['setText', 11, text.name, 'Notiz'], ['setText', 11, text.value, 'a\nb'],
      );
      const expected = [
        ['Tabelle', 'table'], ['Artikel', 'columnheader'], ['Hessen', 'rowheader'], ['Beginn', 'slider'], ['Inhalt', 'navigation'],
        ['Gelesen', 'progressbar'], ['Notiz', 'textbox'],
      ];
      for (const [name, of] of expected) assert.ok(await side.find(`${name}[role="${of}"]`), `${of} "${name}"`);
      assert.deepEqual(await side.page.$eval('[role="slider"]', (one) => [one.ariaValueMin, one.ariaValueMax, one.ariaValueNow, one.ariaValueText, one.tabIndex]),
        ['0', '10', '2.5', '1. Mai', 0]);
      assert.deepEqual(await side.page.$eval('[role="separator"]', (one) => [one.ariaOrientation, one.tabIndex]), ['vertical', 0]);
      assert.equal(await side.page.$eval('textarea', (one) => one.value), 'a\nb');
      await side.change(['removeRange', 7], ['setState', 7, state.tabStop, 1]);
      assert.deepEqual(await side.page.$eval('[role="slider"]', (one) => [one.hasAttribute('aria-valuenow'), one.tabIndex]), [false, -1]);
    });
  });

  test('the root has the language of the page and its title', async () => {
    await visit(async (side, page) => {
      await side.change(['setText', 0, 6, 'en'], ['setText', 0, text.name, 'Reading room']);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.title]), ['en', 'Reading room']);
    });
  });

  test('a combobox names its list and its option, also those that come later or are made anew', async () => {
    await visit(async (side, page) => {
      const relations = () => page.$eval('[role="combobox"]', (one) =>
        [one.getAttribute('aria-controls'), one.getAttribute('aria-activedescendant')]
          .map((id) => id && document.getElementById(id)?.lesesaalNode.id));
      await side.change(['create', 1, 0, 0, role.combobox, 0], ['setState', 1, state.isVisible, 1],
        ['relate', 1, relation.controls, 2], ['relate', 1, relation.activeDescendant, 4]);
      assert.deepEqual(await relations(), [null, null]);
      const list = [['create', 2, 0, 0, role.listbox, 0], ['create', 3, 2, 0, role.option, 0], ['create', 4, 2, 0, role.option, 0]];
      await side.change(...list);
      assert.deepEqual(await relations(), [2, 4]);
      await side.change(['remove', 2]);
      await side.change(...list);
      assert.deepEqual(await relations(), [2, 4]);
      await side.change(['relate', 1, relation.activeDescendant, 0]);
      assert.deepEqual(await relations(), [2, null]);
    });
  });

  test('radios of one parent are one group, and the program has the last word', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.group, 0],
        ['create', 2, 1, 0, role.radio, 0], ['setState', 2, state.checked, 2], ['setText', 2, text.name, 'Hell'],
        ['create', 3, 1, 0, role.radio, 0], ['setState', 3, state.checked, 1], ['setText', 3, text.name, 'Dunkel']);
      const checked = () => page.$$eval('input', (all) => all.map((one) => one.checked));
      await side.focus(2);
      await page.keyboard.press('ArrowDown');
      assert.deepEqual(await side.acted(action.activate), [[3, action.activate, '']]);
      assert.deepEqual(await side.keys(), []);
      assert.deepEqual(await checked(), [false, true]);
      await side.change(); // nothing new: it was refused
      assert.deepEqual(await checked(), [true, false]);
    });
  });

  test('the focus of a removed row goes to the next, of the last to the one before, and then to what was around', async () => {
    await visit(async (side) => {
      const row = (id) => [['create', id, 10, 0, role.listItem, 0], ...button(id + 100, id, `Zeile ${id}`)];
      await side.change(...button(1, 0, 'davor'), ['create', 9, 0, 0, role.group, 0], ['create', 10, 9, 0, role.list, 0], ...row(11), ...row(12), ...row(13));
      await side.focus(112);
      await side.change(['remove', 12]);
      assert.equal(await side.focused(), 113);
      await side.change(['remove', 13]);
      assert.equal(await side.focused(), 111);
      await side.change(['remove', 11]);
      assert.equal(await side.focused(), 10);
      await side.change(['remove', 9]);
      assert.equal(await side.focused(), 1);
      assert.deepEqual((await side.acted(action.focus)).map(([id]) => id), [112, 113, 111, 10, 1]);
    });
  });

  test('the focus stays with what is made anew under the same name, and the program’s own wish comes first', async () => {
    await visit(async (side) => {
      await side.change(...button(1, 0, 'a'), ...button(2, 0, 'b'), ...button(3, 0, 'c'));
      await side.focus(2);
      await side.change(['remove', 2], ...button(2, 0, 'b'));
      assert.equal(await side.focused(), 2);
      await side.change(['remove', 2], ['focus', 1]);
      assert.equal(await side.focused(), 1);
    });
  });

  test('outside of a dialog all rests but what must be heard; closed, it gives the focus back', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.group, 0], ...button(2, 1, 'öffnen'), ['create', 3, 1, 0, role.live, 0], ...button(4, 0, 'danach'));
      await side.focus(2);
      await side.change(['create', 5, 0, 0, role.dialog, 0], ['setText', 5, text.name, 'Hilfe'], ['setState', 5, state.isVisible, 1], ...button(6, 5, 'schließen'));
      assert.equal(await side.focused(), 6);
      const resting = await page.evaluate(() => [...document.querySelectorAll('[inert]')].map((one) => one.lesesaalNode.id));
      assert.deepEqual(resting, [2, 4]);
      assert.ok(await side.find('Hilfe[role="dialog"]'));
      // What comes meanwhile rests too.
      await side.change(...button(7, 0, 'neu'));
      assert.equal(await page.evaluate(() => [...document.querySelectorAll('button')].at(-1).inert), true);
      // A dialog over the dialog.
      await side.change(['create', 8, 0, 0, role.dialog, 0], ...button(9, 8, 'ja'));
      assert.equal(await side.focused(), 9);
      await side.change(['remove', 8]);
      assert.equal(await side.focused(), 6);
      await side.change(['remove', 5]);
      assert.equal(await side.focused(), 2);
      assert.equal(await page.$('[inert]'), null);
    });
  });

  test('a dialog whose opener is gone gives the focus to what is left around it', async () => {
    await visit(async (side) => {
      await side.change(['create', 1, 0, 0, role.group, 0], ...button(2, 1, 'öffnen'), ...button(3, 1, 'Nachbar'));
      await side.focus(2);
      await side.change(['create', 5, 0, 0, role.dialog, 0], ...button(6, 5, 'schließen'));
      await side.change(['remove', 5], ['remove', 2]);
      assert.equal(await side.focused(), 3);
    });
  });

  test('a handle is pressed, dragged and released wherever the pointer goes, and the click that ends it activates nothing', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.group, 0], ['setText', 1, text.style, 'drag'], placed(1, 50, 50), ...button(2, 1, 'Balken'), placed(2, 0, 0));
      await page.mouse.move(60, 60);
      await page.mouse.down();
      await page.mouse.move(61, 60);
      await page.mouse.move(200, 300);
      await page.mouse.up();
      const seen = await side.acted(action.press, action.drag, action.release, action.cancel, action.activate);
      assert.deepEqual(seen[0], [1, action.press, '60.00 60.00']);
      assert.deepEqual(seen.at(-1), [1, action.release, '200.00 300.00']);
      assert.ok(seen.slice(1, -1).every(([id, what]) => id === 1 && what === action.drag), JSON.stringify(seen));
      assert.deepEqual(seen.at(-2), [1, action.drag, '200.00 300.00']);

      await page.mouse.click(60, 60);
      const clicked = await side.acted(action.press, action.drag, action.release, action.activate);
      assert.deepEqual(clicked, [[1, action.press, '60.00 60.00'], [1, action.release, '60.00 60.00'], [2, action.activate, '']]);
    });
  });

  test('Escape ends a drag, and nothing follows but the release of the button', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.slider, 0], ['setText', 1, text.style, 'drag'], placed(1, 50, 50));
      await page.mouse.move(60, 60);
      await page.mouse.down();
      await page.mouse.move(90, 60);
      await page.keyboard.press('Escape');
      await page.mouse.move(120, 60);
      await page.mouse.up();
      const seen = (await side.acted(action.press, action.drag, action.release, action.cancel)).map(([, what]) => what);
      assert.deepEqual(seen.filter((what, index) => what !== seen[index - 1]), [action.press, action.drag, action.cancel]);
    });
  });

  test('a handle that goes while it is dragged is cancelled', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.slider, 0], ['setText', 1, text.style, 'drag'], placed(1, 50, 50));
      await page.mouse.move(60, 60);
      await page.mouse.down();
      await page.mouse.move(90, 60);
      await side.change(['remove', 1]);
      await page.mouse.move(95, 60);
      await page.mouse.up();
      const seen = (await side.acted(action.press, action.drag, action.release, action.cancel)).map(([, what]) => what);
      assert.equal(seen.filter((what) => what === action.cancel || what === action.release).length, 1, JSON.stringify(seen));
    });
  });

  test('keys come with what has the focus: sliders and options leave all, buttons all but Enter and Space', async () => {
    await visit(async (side, page) => {
      await side.change(...button(1, 0, 'Knopf'), ['create', 2, 0, 0, role.slider, 0], ['create', 3, 0, 0, role.listbox, 0],
        ['create', 4, 3, 0, role.option, 0], ['setState', 4, state.tabStop, 2]);
      const pressed = async (id, ...keys) => {
        await side.focus(id);
        await side.keys();
        for (const key of keys) await page.keyboard.press(key);
      };
      await pressed(1, 'ArrowDown', 'Home', 'j', 'Enter', ' ');
      assert.deepEqual(await side.keys(), [[1, 'ArrowDown'], [1, 'Home'], [1, 'j']]);
      await pressed(2, 'ArrowLeft', 'PageUp', 'End', 'Enter');
      assert.deepEqual(await side.keys(), [[2, 'ArrowLeft'], [2, 'PageUp'], [2, 'End'], [2, 'Enter']]);
      await pressed(4, 'ArrowDown', 'Enter');
      assert.deepEqual(await side.acted(action.activate), [[4, action.activate, '']]);
      await side.use('Enter');
      await pressed(4, 'Enter');
      assert.deepEqual(await side.acted(action.activate), []);
    });
  });

  test('fields keep what edits and leave the rest: combobox, textarea, search', async () => {
    await visit(async (side, page) => {
      for (const [id, kindOfField] of [[1, role.combobox], [2, role.textarea], [3, role.searchbox]]) {
        await side.change(['create', id, 0, 0, kindOfField, 0], ['setState', id, state.isVisible, 1], placed(id, 10, 40 * id));
      }
      const control = async (key) => { await page.keyboard.down('Control'); await page.keyboard.press(key); await page.keyboard.up('Control'); };
      const keysIn = async (id) => {
        await side.focus(id);
        await side.keys();
        for (const key of ['a', 'ArrowDown', 'PageDown', 'Home', 'Enter', 'Escape']) await page.keyboard.press(key);
        for (const key of ['k', 'Enter', 'a']) await control(key);
        return (await side.keys()).filter(([target]) => target === id).map(([, key]) => key);
      };
      await side.use('k');
      assert.deepEqual(await keysIn(1), ['ArrowDown', 'PageDown', 'Enter', 'Escape', 'k']);
      assert.deepEqual(await keysIn(2), ['Escape', 'k', 'Enter']);
      assert.deepEqual(await keysIn(3), ['Escape', 'k']);
      assert.equal(await page.$eval('textarea', (one) => one.value), '\na'); // Home went before Enter
    });
  });

  test('the search box offers Tab to the program, which may leave it to the browser', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.searchCombobox, 0], ['setState', 1, state.isVisible, 1], placed(1, 10, 40),
        ['create', 2, 0, 0, role.textbox, 0], ['setState', 2, state.isVisible, 1], placed(2, 10, 80));
      assert.deepEqual(await page.$eval('[role="combobox"]', (one) => [one.type, one.ariaAutoComplete]), ['search', 'list']);
      const focused = () => page.evaluate(() => document.activeElement.lesesaalNode?.id ?? document.activeElement.closest('label')?.lesesaalNode.id);
      await side.focus(1);
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 2);
      await side.focus(1);
      await side.keys();
      await side.use('Tab');
      for (const key of ['a', 'ArrowDown', 'PageDown', 'Tab']) await page.keyboard.press(key);
      assert.deepEqual((await side.keys()).map(([target, key]) => [target, key]), [[1, 'ArrowDown'], [1, 'Tab']]);
      assert.equal(await focused(), 1);
    });
  });

  test('Enter commits a field once, of a textarea with Ctrl; of a combobox unless it chose an option', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.textbox, 0], placed(1, 10, 40), ['create', 2, 0, 0, role.combobox, 0], placed(2, 10, 80));
      await side.focus(1);
      await page.keyboard.type('so\u00ADgar');
      await page.keyboard.press('Enter');
      assert.deepEqual(await side.acted(action.change), [[1, action.change, 'sogar']]);
      await side.focus(2);
      assert.deepEqual(await side.acted(action.change), []);
      await side.use('Enter');
      await page.keyboard.type('x');
      await page.keyboard.press('Enter');
      assert.deepEqual(await side.acted(action.change), []);
    });
  });

  test('a scroller tells its offset and how far it goes', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.group, 0], ['place', 1, 0, 0, 200, 100], ['setContentHeight', 1, 1000]);
      await page.$eval('.scroller', (one) => { one.scrollTop = 250; });
      let seen = [];
      await until('a told offset', async () => (seen = await side.acted(action.scroll)).length > 0);
      assert.deepEqual(seen.at(-1), [1, action.scroll, '250.00 900.00']);
    });
  });

  test('in a list with roving focus the neighbour is taken although Tab does not stop there', async () => {
    await visit(async (side) => {
      const row = (id, stop) => [...button(id, 1, `Zeile ${id}`), ['setState', id, state.tabStop, stop]];
      await side.change(['create', 1, 0, 0, role.list, 0], ...row(2, 1), ...row(3, 2), ...row(4, 1));
      await side.focus(3);
      await side.change(['remove', 3]);
      assert.equal(await side.focused(), 4);
    });
  });

  test('in the HTML view nothing is dragged: there is no picture to drag on', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.group, 0], ['setText', 1, text.style, 'drag'], ...button(2, 1, 'Balken'));
      await page.evaluate(() => document.documentElement.classList.add('html-view'));
      await (await side.find('Balken[role="button"]')).click();
      assert.deepEqual((await side.acted(action.press, action.release, action.activate)).map(([, what]) => what), [action.activate]);
    });
  });

  test('opening says nothing at first, then how far it is by the bytes, in steps', async () => {
    await visit(async (side, page) => {
      await page.evaluate(() => {
        document.body.append(Object.assign(document.createElement('div'), { id: 'opening' }));
        window.opened = new window.side.Opening(1000);
        window.opened.addBytes(123);
      });
      assert.equal(await page.$('progress'), null);
      await until('a bar', () => page.$('progress'));
      const seen = () => page.$eval('#opening', (one) => [one.querySelector('progress').value, one.querySelector('[role="status"]').textContent]);
      assert.deepEqual(await seen(), [12, 'Lesesaal wird geöffnet: 10\u202f%']);
      await page.evaluate(() => window.opened.addBytes(60));
      assert.deepEqual(await seen(), [18, 'Lesesaal wird geöffnet: 10\u202f%']);
      await page.evaluate(() => window.opened.addBytes(817));
      assert.deepEqual(await seen(), [100, 'Lesesaal wird geöffnet: 100\u202f%']);
      await page.evaluate(() => window.opened.end());
      assert.equal(await page.$('#opening'), null);
    });
  });

  test('a copy reaches the clipboard, and focus and selection stay', async () => {
    await visit(async (side, page) => {
      await side.change(['create', 1, 0, 0, role.textbox, 0], placed(1, 10, 40), ['setText', 1, text.value, 'Verwaltung']);
      await side.focus(1);
      await page.$eval('input', (one) => one.setSelectionRange(2, 5));
      await side.acted();
      // In a turn of the reader's own, as the program would: on a key.
      await page.evaluate(() => {
        document.addEventListener('keydown', () => window.side.outlet.copy(7, 'Zehn Punkte'), { once: true });
        Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
      });
      await page.keyboard.press('Escape');
      let told = [];
      await until('an answer', async () => {
        told = await page.evaluate(() => window.side.told.slice());
        return told.some(([name]) => name === 'lesesaal_outlet_copied');
      });
      assert.deepEqual(told.find(([name]) => name === 'lesesaal_outlet_copied'), ['lesesaal_outlet_copied', 7, '']);
      assert.deepEqual(told.filter(([name]) => name === 'lesesaal_acted'), []);
      assert.deepEqual(await page.$eval('input', (one) => [document.activeElement === one, one.selectionStart, one.selectionEnd]), [true, 2, 5]);
      await page.$eval('input', (one) => one.select());
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      assert.equal(await page.$eval('input', (one) => one.value), 'Zehn Punkte');
    });
  });
});
