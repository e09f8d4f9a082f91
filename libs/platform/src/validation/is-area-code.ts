import { AREA_LEVELS, type AreaLevel, areaLevel } from '@zero-distance/kernel';
import { ValidateBy } from 'class-validator';

/**
 * A field that holds an area code (kernel `areaLevel`): right in form, whether or not anybody registered it.
 * @param finest the finest level it may be of. What the public asks for ends at the community: a grid says too exactly where somebody lives
 */
export const IsAreaCode = (finest: AreaLevel = 'grid'): PropertyDecorator =>
  ValidateBy({
    name: 'isAreaCode',
    constraints: [AREA_LEVELS[finest]],
    validator: { validate: (value: unknown) => typeof value === 'string' && !!areaLevel(value) && value.length <= AREA_LEVELS[finest] },
  });
