/** What a clerk types in; the community differs from call to call so that no row or index page is favoured. */
const COMMUNITIES = ['230903011001', '230903011002', '230903011003', '230903012001', '230903012002', '230903013001', '230903013002'];
let sequence = 0;

export const aRequest = (callback = false) => ({
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010204',
  areaCode: COMMUNITIES[sequence++ % COMMUNITIES.length],
  title: '路灯不亮',
  text: '3号楼前路灯三天不亮，老人出行不便。',
  ...(callback && { requester: { name: '张三', phone: '13800001234' } }),
});
