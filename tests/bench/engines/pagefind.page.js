// Runs in the page. An answer is loaded in pieces, one for each hit; they stay in Pagefind's memory.
export async function open() {
  const pagefind = await import('./pagefind/pagefind.js');
  await pagefind.options({ baseUrl: '/' });
  await pagefind.init();
  return {
    async ask(kind, text) {
      const { results } = await pagefind.search(kind === 'phrase' ? `"${text}"` : text);
      const loaded = await Promise.all(results.slice(0, 20).map((result) => result.data()));
      return loaded.map(({ meta }) => ({ id: decodeURIComponent(meta.id), title: meta.title, date: meta.date }));
    },
  };
}
