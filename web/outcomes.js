// How something ended, as src/platform/web/exports.cpp reads it. Each thing but `done` has a key of assets/i18n beside it.
export const kinds = { done: 0, outOfSpace: 1, blocked: 2, tooLarge: 3, notFound: 4, failed: 5 };

export const done = { kind: kinds.done, message: '' };

export class Refused extends Error {
  // `kind`: of kinds. `message`: a key of assets/i18n.
  constructor(kind, message, options) {
    super(message, options);
    this.kind = kind;
  }
}
