// Imported first by every script, and written so that even an old Node can read it.
const wanted = [20, 19];
const found = process.versions.node.split('.').map(Number);

if (found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1])) {
  console.error(
    `Zero Distance needs Node ${wanted.join('.')} or later, and this is Node ${process.versions.node}: install a newer one from nodejs.org and try again.`,
  );
  process.exit(1);
}
