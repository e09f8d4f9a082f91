import { Header } from '@nestjs/common';

/** What a file must not do where it is shown: it runs nothing, asks for nothing, and is of no origin. */
export const INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/** For an operation that answers a page that was made of what people have written. */
export const Inert = (): MethodDecorator => Header('content-security-policy', INERT);
