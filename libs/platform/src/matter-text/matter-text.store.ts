/** What reads the sealed title of a matter with each row of an aggregate: its `also`. @param requestId the column with the request's id: `t.source_id` */
export const withMatterTitle = (requestId: string): { readonly columns: string; readonly join: string } => ({
  columns: 'm.sealed_title as "sealedTitle"',
  join: `left join matter_text m on m.request_id = ${requestId}`,
});
