import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from '@zero-distance/kernel';
import { completeOperations } from './complete-operations.js';
import { PROBLEM_SCHEMA } from './problem-schema.js';

export interface DocumentOptions {
  readonly title: { readonly zh: string; readonly en: string };
  readonly issuer: string;
}

/** The OpenAPI 3.1 document of a service. Takes some 100 ms, so it is made when first asked for. */
export function makeDocument(app: INestApplication, { title, issuer }: DocumentOptions): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`${title.zh} / ${title.en}`)
    .setDescription(
      `零距离 · ${title.zh}。错误一律为 application/problem+json，按 Accept-Language 给出中文或英文说明。\n\n` +
        `Zero Distance · ${title.en}. Errors are application/problem+json, in Chinese or English by Accept-Language.`,
    )
    .setVersion(VERSION)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', '本机网关 / this gateway')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const described = Object.fromEntries(completeOperations(document).map((scope) => [scope, describe(scope)]));
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: PROBLEM_SCHEMA };
  document.components.securitySchemes = {
    oauth2: {
      type: 'oauth2',
      description:
        '部门系统用客户端凭据换取访问令牌，人员以授权码（PKCE）登录 / ' +
        'Department systems get a token with their client credentials, people log in by authorization code with PKCE',
      flows: {
        clientCredentials: { tokenUrl: `${issuer}/token`, scopes: described },
        authorizationCode: {
          authorizationUrl: `${issuer}/auth`,
          tokenUrl: `${issuer}/token`,
          refreshUrl: `${issuer}/token`,
          scopes: described,
        },
      },
    },
  };
  document.tags = tagsOf(document);
  return document;
}

const VERBS: Record<string, string> = {
  read: '读取 / read',
  write: '办理 / write',
  operate: '运维 / operate',
  reveal: '查看个人信息 / see personal data',
  administer: '管理账号与应用 / manage accounts and clients',
  audit: '查看审计 / see the audit trail',
  import: '导入登记簿 / bring registers in as files',
  export: '导出列表 / take lists as files',
};
const describe = (scope: string): string => VERBS[scope.split(':')[1] ?? ''] ?? scope;

function tagsOf(document: OpenAPIObject): { name: string; description: string }[] {
  const operations = Object.values(document.paths).flatMap((path) => [path.get, path.post, path.put, path.patch, path.delete]);
  const names = new Set(operations.flatMap((operation) => operation?.tags ?? []));
  return [...names].map((name) => ({ name, description: name }));
}
