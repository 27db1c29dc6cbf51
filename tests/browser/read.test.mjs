// Opening an article, and finding the way back by the address.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modes, modeTitles } from './support/room.mjs';
import { inBrowsers } from './support/suite.mjs';
import { plain, until } from './support/wait.mjs';

const long = 'Vitako: Mitgliederversammlung in Bremen';
const short = 'Bayern: Täglich Vollgas geben';

async function headings(room, level) {
  const all = await room.frame.$$eval(`main article h${level}`, (found) => found.map((heading) => heading.textContent));
  return all.map(plain);
}

async function uidOf(room, headline) {
  const href = await (await room.find('link', headline)).evaluate((link) => link.getAttribute('href'));
  return /^#a=(.+)$/.exec(href)[1];
}

inBrowsers('reading', ({ visit }) => {
  let uid; // of the short one, learned from its link
  const learnUid = async () => uid ?? visit({}, async (room) => { uid = await uidOf(room, short); });

  for (const mode of modes) {
    test(`opened ${modeTitles[mode]}, a click on a headline shows the whole article in main`, async () => {
      await visit({ mode }, async (room) => {
        await room.openArticle(long);
        assert.deepEqual(await headings(room, 1), ['Mitgliederversammlung in Bremen']);
        assert.deepEqual(await headings(room, 2), ['Kommunaler Schulterschluss', 'Digitale Souveränität']);
        assert.equal(await room.frame.title(), 'Mitgliederversammlung in Bremen – Lesesaal');
        const article = plain(await (await room.all('article'))[0].evaluate((node) => node.innerText));
        assert.match(article, /14\.–15\. November 2019 \(aus dem Text erschlossen\)/);
        assert.match(article, /Am 14\. und 15\. November 2019 war Bremen Treffpunkt/);
        assert.match(article, /Technologisch, so Rehfeld, habe der Weg gerade erst begonnen\./);
        const link = await room.find('link', long);
        assert.equal(await link.evaluate((node) => node.getAttribute('aria-current')), 'true');
      });
    });

    test(`opened ${modeTitles[mode]} by a deep link, that article stands there`, async () => {
      await learnUid();
      await visit({ mode, hash: `#a=${uid}` }, async (room) => {
        await room.waitForTitle('Täglich Vollgas geben');
        await room.expectHits(16);
        assert.equal(await room.frame.title(), 'Täglich Vollgas geben – Lesesaal');
      });
    });
  }

  test('related articles stand below the article and lead on', async () => {
    await visit({}, async (room) => {
      await room.openArticle(short);
      const related = () => room.frame.$$eval('main .related a', (links) => links.map((link) => link.textContent));
      await until('what is related', async () => (await related()).length > 0);
      assert.deepEqual(await related(), ['Bund/Bayern: Startschuss für Digitalkooperation']);
      await (await room.frame.$('main .related a')).click();
      await room.waitForTitle('Startschuss für Digitalkooperation');
      await until('what is related to that one', async () => (await related()).includes(short));
    });
  });

  for (const mode of ['file', 'http']) {
    test(`opened ${modeTitles[mode]}, back and forward go through articles and filters`, async () => {
      await visit({ mode }, async (room) => {
        uid = await uidOf(room, short);
        await room.openArticle(long);
        await room.openArticle(short);
        assert.equal(await room.hash(), `#a=${uid}`);
        await room.clickBeginning('checkbox', 'Hessen,');
        await until('a filter in the address', async () => (await room.hash()) === `#a=${uid}&ort=hessen`);
        const move = (way) => room.frame.evaluate((step) => history.go(step), way);
        await move(-1);
        await room.expectHits(16);
        await room.waitForTitle('Täglich Vollgas geben');
        await move(-1);
        await room.waitForTitle('Mitgliederversammlung in Bremen');
        await move(-1);
        await room.waitForTitle('Lesesaal');
        await move(1);
        await room.waitForTitle('Mitgliederversammlung in Bremen');
        await move(2);
        await room.waitForTitle('Täglich Vollgas geben');
        await until('the filter is back', async () => /von 16 Artikeln$/.test(await room.status()));
      });
    });

    test(`opened ${modeTitles[mode]}, a reload keeps words, filters and article`, async () => {
      await visit({ mode }, async (room) => {
        await room.write('combobox', 'Suche', 'Land');
        await until('a result', async () => /^[2-9] von 16 Artikeln$/.test(await room.status()));
        await room.clickBeginning('checkbox', 'Hessen,');
        await (await room.write('textbox', 'Von', '20.09.2025')).press('Enter');
        await until('all in the address', async () => /^#q=Land&von=2025-09-20&ort=hessen$/.test(await room.hash()));
        const [status, headlines] = [await room.status(), await room.headlines()];
        await room.openArticle(headlines[0]);
        await room.reload();
        await room.expectStatus(status);
        assert.deepEqual(await room.headlines(), headlines);
        await room.waitForTitle(headlines[0].replace(/^[^:]*: /, ''));
        assert.equal(await (await room.find('combobox', 'Suche')).evaluate((field) => field.value), 'Land');
        assert.equal(await (await room.find('textbox', 'Von')).evaluate((field) => field.value), '20.09.2025');
        const { element } = await room.findBeginning('checkbox', 'Hessen,');
        assert.equal(await element.evaluate((box) => box.checked), true);
      });
    });
  }

  test('an address of an article that is not here is answered with a sentence, and the list is there', async () => {
    await visit({ hash: '#a=gibt-es-nicht' }, async (room) => {
      await room.waitForTitle('Dieser Artikel ist nicht dabei');
      assert.notEqual((await room.texts('alert')).join(''), '');
      await room.expectHits(16);
      await room.openArticle(short);
    });
  });

  test('an address full of nonsense opens the plain page', async () => {
    await visit({ hash: '#a=%00%zz&von=2025-99-99&thema=,,<b>&x=1&q=' }, async (room) => room.expectHits(16));
  });

  test('Weiter and Zurück step through the list', async () => {
    await visit({}, async (room) => {
      const [first, second] = (await room.headlines()).map((headline) => headline.replace(/^[^:]*: /, ''));
      await room.openArticle((await room.headlines())[0]);
      await room.clickBeginning('button', 'Weiter');
      await room.waitForTitle(second);
      await room.clickBeginning('button', '‹ Zurück');
      await room.waitForTitle(first);
    });
  });

  test('the article is text of the page: it can be selected, and long ones scroll', async () => {
    await visit({}, async (room) => {
      await room.openArticle(long);
      const selected = await room.frame.evaluate(() => {
        getSelection().selectAllChildren(document.querySelector('main article'));
        return getSelection().toString();
      });
      assert.match(selected, /govdigital/);
      const canScroll = await room.frame.evaluate(() => {
        let element = document.querySelector('main article');
        while (element && element.scrollHeight <= element.clientHeight) element = element.parentElement;
        if (!element) return false;
        element.scrollTop = 300;
        return element.scrollTop > 200 && element.localName !== 'html';
      });
      assert.equal(canScroll, true);
    });
  });

  test('Über tells of the licence and of every foreign part', async () => {
    await visit({}, async (room) => {
      await room.click('button', 'Über');
      await room.waitForTitle('Über Lesesaal');
      await room.waitForText('MIT-Lizenz');
      for (const part of ['Dear ImGui', 'SQLite', 'Inter']) await room.waitForText(part);
      await room.click('button', 'Über');
      await room.waitForTitle('Lesesaal');
    });
  });
});
