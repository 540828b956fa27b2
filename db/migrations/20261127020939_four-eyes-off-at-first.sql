ALTER TABLE "site" ALTER COLUMN "four_eyes" SET DEFAULT false;
-- Publishers have released their own drafts until now: nobody loses that before an administrator decides so.
update site set four_eyes = false;
