import { Injectable } from '@nestjs/common';
import { dateOf } from '@zero-distance/calendar';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { holdResidents, mergedInto, RESIDENTS } from '../../people/resident/resident.store.js';
import { openFile, type ResidentFile } from '../../people/resident/resident-file.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { organisationId } from '../../reference/organisation/organisation.store.js';
import { RegistrationService } from '../../requests/request/registration.service.js';
import type { RequestDto } from '../../requests/request/request.dto.js';
import { REQUESTS } from '../../requests/request/request.store.js';
import { toRequestDto } from '../../requests/request/request.view.js';
import { SERVICE_ITEMS } from '../service-item/service-item.store.js';
import { groupsOn } from '../service-menu/service-menu.store.js';
import type { PlaceOrderInput, ServiceOrdersDto } from './service-order.dto.js';
import { refuseOrder } from './service-order.errors.js';
import { orderable, whyNotThen } from './service-order.js';

/** How many orders of a resident are shown. */
const SHOWN = 100;

/** 点单: a service of the catalogue is ordered for a resident. From then on it is a request like any other. */
@Injectable()
export class ServiceOrderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
  ) {}

  /** The item is kept as it is now; who asks is the resident, as their file says. It is in no public ledger: it would tell who is looked after. */
  async place(actor: Actor, { residentId, itemCode, channel, place, note, from, until }: PlaceOrderInput): Promise<RequestDto> {
    const drawn = await this.registrations.draw({});
    const answer = await this.transactor.transact(actor, async (tx) => {
      const today = dateOf(tx.now);
      await holdResidents(tx, residentId); // else a file that is erased or merged meanwhile would be copied into the order
      const resident = await RESIDENTS.load(tx, residentId); // first: who may not see them gets the 404 alone
      const file = openFile(residentId, resident.file, this.personalData);
      if (resident.state !== 'registered' || !file) throw refuseOrder('service_order.not_registered', { resident: residentId });
      const refusal = whyNotThen({ from: timeOf(from), until: timeOf(until) }, tx.now);
      if (refusal) throw refusal;
      const [item, groups] = await Promise.all([SERVICE_ITEMS.find(tx, itemCode), groupsOn(tx, residentId, today)]);
      const { name, version, categoryCode, handlingOrganisation, timeLimitWorkingDays } = unwrap(orderable(itemCode, item, groups, today));
      const provider = await organisationId(tx, handlingOrganisation);
      if (provider === undefined)
        throw new Error(`${handlingOrganisation} provides ${itemCode}, and was in the register when it was registered`);
      const wanted = { ...(from && { from }), ...(until && { until }) };
      const service = { itemCode, itemVersion: version, organisationId: provider, limitWorkingDays: timeLimitWorkingDays, ...wanted };
      const said = { kind: 'service-order', channel, categoryCode, areaCode: resident.areaCode, title: name, text: note ?? name } as const;
      const forWhom = { place, requester: requesterOf(file), publishable: false, service, residentId };
      return toRequestDto(await this.registrations.begin(tx, { ...said, ...forWhom }, drawn, []), actor);
    });
    this.registrations.count(channel);
    return answer;
  }

  /** What was ordered for a resident, by this file or one that was merged into it, as far as the caller sees it. */
  ofResident(actor: Actor, residentId: string): Promise<ServiceOrdersDto> {
    return this.transactor.read(actor, async (tx) => {
      await RESIDENTS.load(tx, residentId);
      const residentIds = [residentId, ...(await mergedInto(tx, residentId)).map(({ id }) => id)];
      const { items } = await REQUESTS.list(tx, { residentIds, kind: 'service-order', limit: SHOWN });
      return { items: items.map((request) => toRequestDto(request, actor)) };
    });
  }
}

const timeOf = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(text));

const requesterOf = ({ name, phone, address }: ResidentFile) => ({ name, phone, address });
