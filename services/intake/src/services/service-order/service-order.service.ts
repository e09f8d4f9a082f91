import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, type PageQuery, readPolicies } from '@zero-distance/platform';
import { holdResidents } from '../../people/key-person/held-resident.store.js';
import { filesOf, RESIDENTS } from '../../people/resident/resident.store.js';
import { openFile } from '../../people/resident/resident-file.js';
import { requesterOf } from '../../people/resident/resident-orders.store.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { POLICIES } from '../../policy/policy.js';
import { organisationId } from '../../reference/organisation/organisation.store.js';
import { type Drawn, RegistrationService } from '../../requests/request/registration.service.js';
import type { RequestDto } from '../../requests/request/request.dto.js';
import { asRequestReader, REQUESTS } from '../../requests/request/request.store.js';
import { toRequestDto } from '../../requests/request/request.view.js';
import { chainFrom, SERVICE_ITEMS } from '../service-item/service-item.store.js';
import { groupsOn } from '../service-menu/service-menu.store.js';
import type { PlaceOrderInput } from './service-order.dto.js';
import { refuseOrder } from './service-order.errors.js';
import { orderable, whyNotThen } from './service-order.js';
import { standingOrder } from './service-order.store.js';

/** 点单: a service of the catalogue is ordered for a resident. From then on it is a request like any other. */
@Injectable()
export class ServiceOrderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
  ) {}

  /** The item is kept as it is now; who asks is the resident, as their file says. It is in no public ledger: it would tell who is looked after. */
  async place(actor: Actor, input: PlaceOrderInput): Promise<RequestDto> {
    const answer = await this.registrations.with(input, (drawn) => this.order(actor, input, drawn));
    this.registrations.count(input.channel);
    return answer;
  }

  private order(
    actor: Actor,
    { residentId, itemCode, channel, place, note, from, until, again, ...recusal }: PlaceOrderInput,
    drawn: Drawn,
  ): Promise<RequestDto> {
    return this.transactor.transact(actor, async (tx) => {
      const today = dateOf(tx.now);
      await holdResidents(tx, residentId); // else a file that is erased or merged meanwhile would be copied into the order
      const resident = await RESIDENTS.load(tx, residentId); // first: who may not see them gets the 404 alone
      const file = openFile(residentId, resident.file, this.personalData);
      if (resident.state !== 'registered' || !file) throw refuseOrder('service_order.not_registered', { resident: residentId });
      const aheadDays = (await readPolicies(tx, POLICIES))['order-ahead-days'];
      const refusal = whyNotThen({ from: timeOf(from), until: timeOf(until) }, aheadDays, tx.now);
      if (refusal) throw refusal;
      if (!again) await refuseStanding(tx, residentId, itemCode);
      const [item, chain, groups] = await Promise.all([
        SERVICE_ITEMS.find(tx, itemCode),
        chainFrom(tx, itemCode),
        groupsOn(tx, residentId, today),
      ]);
      const { name, version, categoryCode, handlingOrganisation, timeLimitWorkingDays } = unwrap(
        orderable(itemCode, { item, chain }, groups, today),
      );
      const provider = await organisationId(tx, handlingOrganisation);
      if (provider === undefined)
        throw new Error(`${handlingOrganisation} provides ${itemCode}, and was in the register when it was registered`);
      const wanted = { ...(from && { from }), ...(until && { until }) };
      const service = { itemCode, itemVersion: version, organisationId: provider, limitWorkingDays: timeLimitWorkingDays, ...wanted };
      const said = { kind: 'service-order', channel, categoryCode, areaCode: resident.areaCode, title: name, text: note ?? name } as const;
      const forWhom = { place, requester: requesterOf(file), publishable: false, service, residentId, ...recusal };
      return toRequestDto(await this.registrations.begin(tx, { ...said, ...forWhom }, drawn, []), actor);
    });
  }

  /** What was ordered for a resident, by this file or one that was merged into it, as far as the caller sees it. */
  async ofResident(actor: Actor, residentId: string, query: PageQuery): Promise<Page<RequestDto>> {
    const residentIds = await this.transactor.read(actor, async (tx) => {
      await RESIDENTS.load(tx, residentId);
      return filesOf(tx, residentId);
    });
    // Whoever looks after residents may see more of them than of what they asked for.
    const page = await this.transactor.read(asRequestReader(actor), (tx) =>
      REQUESTS.list(tx, { ...query, residentIds, kind: 'service-order' }),
    );
    return mapPage(page, (request) => toRequestDto(request, actor));
  }
}

/** The resident is held: of two who order at once, the second sees what the first has ordered. */
async function refuseStanding(tx: Tx, residentId: string, itemCode: string): Promise<void> {
  const number = await standingOrder(tx, await filesOf(tx, residentId), itemCode);
  if (number !== undefined) throw refuseOrder('service_order.ordered_already', { number }, '/itemCode');
}

const timeOf = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));
