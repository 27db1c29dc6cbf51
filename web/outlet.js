// What leaves the page: onto paper, into the clipboard, onto the disk, to another site.

// A key of assets/i18n.
const copyFailed = 'copy_failed';
const openable = /^(https?:|mailto:)/i;
// Long enough for the slowest browser to begin reading what is to be saved.
const keepSavedMs = 60_000;

// Chromium complains aloud of what a frame's host does not allow; the others refuse quietly.
function mayWriteClipboard() {
  return Boolean(navigator.clipboard?.writeText) && document.featurePolicy?.allowsFeature('clipboard-write') !== false;
}

// By way of a hidden field, since without the clipboard API browsers copy nothing but a selection.
function copyBySelection(text) {
  const selection = getSelection();
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index).cloneRange());
  const focused = document.activeElement;
  const [start, end, direction] = [focused?.selectionStart, focused?.selectionEnd, focused?.selectionDirection];
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.readOnly = true;
  holder.className = 'clipboard';
  holder.setAttribute('aria-hidden', 'true');
  document.body.append(holder);
  holder.select();
  let isCopied = false;
  try {
    isCopied = document.execCommand('copy');
  } catch {
    // Not allowed either.
  }
  holder.remove();
  focused?.focus?.({ preventScroll: true });
  if (typeof start === 'number') focused.setSelectionRange(start, end, direction ?? 'none');
  if (ranges.length > 0 && typeof start !== 'number') {
    selection.removeAllRanges();
    for (const range of ranges) selection.addRange(range);
  }
  return isCopied;
}

function clickLink(attributes) {
  const link = document.createElement('a');
  Object.assign(link, attributes);
  link.click();
}

export class Outlet {
  #program;
  #semantics;

  constructor(program, semantics) {
    this.#program = program;
    this.#semantics = semantics;
  }

  // Outside the program's call, which printing would hold up, and after the frame that the call may have asked for.
  print() {
    requestAnimationFrame(() => setTimeout(() => print()));
  }

  async copy(request, text) {
    const error = (await this.#copied(text)) ? '' : copyFailed;
    this.#program.callWith('lesesaal_outlet_copied', [request], [error]);
  }

  save(name, type, bytes) {
    this.saveBlob(name, new Blob([bytes], { type }));
  }

  saveBlob(name, blob) {
    const address = URL.createObjectURL(blob);
    clickLink({ href: address, download: name });
    setTimeout(() => URL.revokeObjectURL(address), keepSavedMs);
  }

  openLink(url) {
    if (!openable.test(url)) return;
    const isMail = /^mailto:/i.test(url);
    clickLink({ href: url, rel: 'noopener noreferrer', target: isMail ? '' : '_blank' });
  }

  async #copied(text) {
    if (mayWriteClipboard()) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Frames may lack the permission; what follows asks for none.
      }
    }
    this.#semantics.isFocusLent = true;
    try {
      return copyBySelection(text);
    } finally {
      this.#semantics.isFocusLent = false;
    }
  }
}
