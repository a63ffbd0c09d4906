DROP INDEX "contacts_workspace_id_name_index";--> statement-breakpoint
CREATE INDEX "contacts_workspace_id_name_id_index" ON "contacts" USING btree ("workspace_id","name","id");--> statement-breakpoint
CREATE INDEX "contacts_workspace_id_created_at_id_index" ON "contacts" USING btree ("workspace_id","created_at","id");