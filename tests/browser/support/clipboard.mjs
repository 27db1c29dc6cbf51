// What a copy left behind: pasted, as a reader would, into a sheet of paper beside the room.

const paper = `data:text/html,<!doctype html><html lang="de"><meta charset="utf-8"><title>Blatt</title>
<textarea aria-label="Text"></textarea><div contenteditable aria-label="Form"></div>`;

async function pasteInto(sheet, selector) {
  const field = await sheet.$(selector);
  await field.focus();
  await sheet.keyboard.down('Control');
  await sheet.keyboard.press('v');
  await sheet.keyboard.up('Control');
  return field;
}

// As into an editor of plain text, or, `asHtml`, into a word processor.
export async function pasted(room, { asHtml = false } = {}) {
  const sheet = await room.context.newPage();
  try {
    await sheet.goto(paper);
    await sheet.bringToFront();
    if (asHtml) return await (await pasteInto(sheet, 'div')).evaluate((field) => field.innerHTML);
    return await (await pasteInto(sheet, 'textarea')).evaluate((field) => field.value);
  } finally {
    await sheet.close();
    await room.page.bringToFront();
  }
}
