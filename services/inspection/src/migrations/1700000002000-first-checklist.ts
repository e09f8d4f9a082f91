import type { MigrationInterface, QueryRunner } from 'typeorm';

// 代码, 检查项, item, severity of a failure, category of a work order (130809 消防安全, 010213 燃气供应), its urgency.
const ITEMS = [
  ['exit-blocked', '疏散通道、安全出口畅通', 'Escape routes and exits are clear', 'serious', '130809', 'normal'],
  ['extinguisher-missing', '灭火器配置齐全、有效', 'Fire extinguishers are there and work', 'serious', '130809', 'normal'],
  ['light-sign-broken', '应急照明、疏散指示标志完好', 'Emergency lights and exit signs work', 'minor', '130809', 'normal'],
  ['alarm-broken', '独立式感烟报警器等报警设施完好', 'Smoke detectors and alarms work', 'serious', '130809', 'normal'],
  ['wiring-exposed', '电气线路穿管敷设、无私拉乱接', 'Wiring runs in conduit, none is makeshift', 'serious', '130809', 'normal'],
  ['ebike-indoors', '电动自行车及电池不在室内停放、充电', 'No e-bike or battery is kept or charged indoors', 'serious', '130809', 'normal'],
  ['gas-unsafe', '燃气用具、管路及报警切断装置安全', 'Gas appliances, pipes and cut-off alarms are safe', 'serious', '010213', 'utilities'],
  ['living-on-site', '经营场所内无违规住人', 'Nobody lives on the premises', 'serious', '130809', 'normal'],
  ['window-grille', '防盗网、广告牌不影响逃生救援', 'Grilles and signboards do not hinder escape', 'serious', '130809', 'normal'],
  ['combustible-panel', '未使用易燃可燃夹芯彩钢板等材料', 'No combustible panels are used', 'suspected-major', '130809', 'normal'],
  ['training-missing', '从业人员经过消防安全培训', 'Staff are trained in fire safety', 'minor', '130809', 'normal'],
  ['drill-missing', '按期开展灭火和疏散演练', 'Fire and evacuation drills are held', 'minor', '130809', 'normal'],
  ['patrol-missing', '落实每日防火巡查并有记录', 'Daily fire patrols are made and recorded', 'minor', '130809', 'normal'],
] as const;

/** Version 1 of the checklist: what fire safety of the nine small premises asks. */
export class FirstChecklist1700000002000 implements MigrationInterface {
  name = 'FirstChecklist1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    const items = ITEMS.map(([code, zh, en, severity, categoryCode, urgency]) => ({ code, zh, en, severity, categoryCode, urgency }));
    await runner.query(
      'insert into checklist (version, recheck_working_days, items, published_at, published_by) values (1, 3, $1, now(), $2)',
      [JSON.stringify(items), 'migration'],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from checklist where version = 1');
  }
}
