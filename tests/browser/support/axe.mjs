// axe-core on the room's document.
import assert from 'node:assert/strict';
import axe from 'axe-core';

export async function expectAccessible(room, state) {
  if (!(await room.frame.evaluate(() => typeof window.axe === 'object'))) await room.frame.evaluate(axe.source);
  // What fades in has other colours than it will have.
  await room.frame.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)).then(() => true));
  const { violations, passes } = await room.frame.evaluate(async () => {
    const result = await window.axe.run(document, { preload: false, resultTypes: ['violations'] });
    const brief = ({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`) });
    return { violations: result.violations.map(brief), passes: result.passes.length };
  });
  assert.ok(passes > 15, `axe looked at ${passes} rules only`);
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.slice(0, 5).join('\n    ')}`);
  assert.equal(found.length, 0, `axe-core on ${state}:\n  ${found.join('\n  ')}`);
}
