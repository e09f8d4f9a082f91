import qrcode from 'qrcode-generator';

/** The least light border that readers need, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** 二维码: drawn in the page, so that no picture is asked for. A quarter of it may be torn off or painted over. */
export function Code({ of, label }: { readonly of: string; readonly label: string }) {
  const made = qrcode(0, 'Q');
  made.addData(of);
  made.make();
  const count = made.getModuleCount();
  const all = Array.from({ length: count }, (_, at) => at);
  const dark = all.flatMap((row) => all.filter((column) => made.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`));
  const side = count + 2 * QUIET;
  return (
    <svg role="img" aria-label={label} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} shapeRendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
