// What the lists of a running product have, for the version that is left and for the one that takes over.

/** Lists of who asks, which who acts for no organisation has none of. */
const OF_WHO_ASKS = ['/api/gateway/v1/colleagues'];

/**
 * The lists of a service, as its API document names them, and what one of their entries is known by.
 * @param {(path: string) => Promise<object>} get reads as somebody who may see everything
 * @returns {Promise<{ path: string, key: string, entry: string | undefined }[]>} `entry`: the path of one, with the key in braces
 */
export async function listsOf(service, get) {
  const { paths } = await get(`/api/${service}/openapi.json`);
  const reads = Object.keys(paths).filter((path) => path.startsWith(`/api/${service}/v1/`) && paths[path].get);
  const isList = (path) =>
    !path.includes('{') && !OF_WHO_ASKS.includes(path) && paths[path].get.parameters?.some(({ name }) => name === 'cursor');
  return reads.filter(isList).map((path) => {
    const entry = reads.find((each) => each.startsWith(`${path}/{`) && each.indexOf('/', path.length + 1) < 0);
    return { path, key: entry ? entry.slice(path.length + 2, -1) : 'id', entry };
  });
}

/** What all entries of a list are known by, page after page: the key, or else their code; those that have neither are left out. */
export async function keysOf({ path, key }, get) {
  const keys = [];
  for (let cursor; ; ) {
    const { items, next } = await get(`${path}?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
    keys.push(...items.map((item) => item[key] ?? item.code).filter((value) => value !== undefined));
    if (!next) return keys;
    cursor = next;
  }
}
