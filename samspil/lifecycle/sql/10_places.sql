-- owner: only the owner of a table may let others destroy in it.
-- Mails that wait or have gone are no named rows; they go with the matters that they speak of.
grant select, delete on post_outgoing to samspil_rule;
-- Whoever served in a removed municipality alone loses the account: what one logs in with, and what a first visit remembered.
grant select, delete on accounts_account, mfa_authenticator, account_emailaddress, desk_firststep to samspil_rule;
