// The canvas and the frames: its size in device pixels, the loss and return of the graphics context, and which of the
// two views is shown.

const restoreWithinMs = 2000;

// `exact` is the browser's own answer where it has one; with an emulated density it is of the real screen, and wrong.
function inDevicePixels(cssPixels, exact) {
  const estimate = Math.round(cssPixels * devicePixelRatio);
  return Math.abs((exact ?? estimate) - estimate) <= 1 ? (exact ?? estimate) : estimate;
}

export class Surface {
  #program;
  #canvas;
  #shown = null;
  #isFrameRequested = false;
  #isHtmlView = false;
  #hasStarted = false;
  #reasonsForHtml = new Set();
  #lossTimer = 0;
  // By the bits of lesesaal_surface_preferences.
  #preferred = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(prefers-contrast: more)', '(pointer: coarse)']
    .map((query) => matchMedia(query));
  #forcedColors = matchMedia('(forced-colors: active)');
  wakeups = 0;

  constructor(program, canvas) {
    this.#program = program;
    this.#canvas = canvas;
    const box = canvas.getBoundingClientRect();
    this.#fit(box.width, box.height, inDevicePixels(box.width), inDevicePixels(box.height));
    canvas.addEventListener('webglcontextlost', (event) => this.#lost(event));
    canvas.addEventListener('webglcontextrestored', () => this.#restored());
  }

  // After the program's main(): from here on the page may call it.
  start() {
    this.#hasStarted = true;
    const tell = () => this.#program.callWith('lesesaal_preferences', [this.preferences()], [this.language()]);
    for (const query of this.#preferred) query.addEventListener('change', tell);
    addEventListener('languagechange', tell);
    this.#forcedColors.addEventListener('change', () => this.#followForcedColors());
    this.#followForcedColors();
    this.#observeSize();
  }

  size() {
    const { width, height, deviceWidth, deviceHeight } = this.#shown;
    return [width, height, deviceWidth, deviceHeight, this.#scale()];
  }

  preferences() {
    return this.#preferred.reduce((flags, { matches }, bit) => flags | (matches ? 1 << bit : 0), 0);
  }

  language() {
    return navigator.language ?? '';
  }

  requestFrame() {
    if (this.#isFrameRequested) return;
    this.#isFrameRequested = true;
    requestAnimationFrame(() => {
      this.#isFrameRequested = false;
      this.wakeups++;
      this.#program.call('lesesaal_frame');
    });
  }

  chooseView(isHtml) {
    this.#setReason('chosen', isHtml);
  }

  setUnavailable() {
    this.#setReason('no WebGL2', true);
  }

  #followForcedColors() {
    this.#setReason('forced colours', this.#forcedColors.matches);
  }

  #setReason(reason, holds) {
    if (holds) this.#reasonsForHtml.add(reason);
    else this.#reasonsForHtml.delete(reason);
    const isHtmlView = this.#reasonsForHtml.size > 0;
    document.documentElement.classList.toggle('html-view', isHtmlView);
    // Not within the program's own call; and what was wanted and taken back meanwhile is no change.
    queueMicrotask(() => this.#reportView());
  }

  #reportView() {
    const isHtmlView = this.#reasonsForHtml.size > 0;
    if (!this.#hasStarted || isHtmlView === this.#isHtmlView) return;
    this.#isHtmlView = isHtmlView;
    this.#program.call('lesesaal_view_changed', isHtmlView ? 1 : 0);
  }

  #observeSize() {
    const observer = new ResizeObserver((entries) => {
      const entry = entries[entries.length - 1];
      const { width, height } = entry.contentRect;
      const device = entry.devicePixelContentBoxSize?.[0];
      this.#resize(width, height, inDevicePixels(width, device?.inlineSize), inDevicePixels(height, device?.blockSize));
    });
    try {
      observer.observe(this.#canvas, { box: 'device-pixel-content-box' });
    } catch {
      // Without that box the size in CSS pixels stays the same when the page moves to a denser screen.
      observer.observe(this.#canvas);
      this.#observeDensity();
    }
  }

  #observeDensity() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const onChange = () => {
      const box = this.#canvas.getBoundingClientRect();
      this.#resize(box.width, box.height, inDevicePixels(box.width), inDevicePixels(box.height));
      this.#observeDensity();
    };
    query.addEventListener('change', onChange, { once: true });
  }

  // Changing a canvas' size clears it, so the program draws before this returns.
  #resize(width, height, deviceWidth, deviceHeight) {
    const isHidden = width === 0 || height === 0;
    const shown = this.#shown;
    if (isHidden) {
      this.#shown = { ...shown, isHidden };
      return;
    }
    const isSame =
      !shown.isHidden &&
      shown.width === width &&
      shown.height === height &&
      shown.deviceWidth === deviceWidth &&
      shown.deviceHeight === deviceHeight;
    if (isSame) return;
    this.#fit(width, height, deviceWidth, deviceHeight);
    this.#program.call('lesesaal_resized', width, height, deviceWidth, deviceHeight, this.#scale());
  }

  #fit(width, height, deviceWidth, deviceHeight) {
    this.#shown = { width, height, deviceWidth, deviceHeight, isHidden: false };
    if (this.#canvas.width !== deviceWidth) this.#canvas.width = deviceWidth;
    if (this.#canvas.height !== deviceHeight) this.#canvas.height = deviceHeight;
  }

  #scale() {
    const { width, deviceWidth } = this.#shown;
    return width > 0 ? deviceWidth / width : 1;
  }

  #lost(event) {
    event.preventDefault(); // or it never comes back
    this.#program.call('lesesaal_graphics_lost');
    this.#lossTimer = setTimeout(() => this.#setReason('lost context', true), restoreWithinMs);
  }

  #restored() {
    clearTimeout(this.#lossTimer);
    this.#program.call('lesesaal_graphics_restored');
    this.#setReason('lost context', false);
  }
}
