-- The policies Docket starts with. A platform edits them to its own rules; these are sound defaults, not law.
-- BAN is offered by none of them: it waits for the two-person hold.
-- Locks: none worth naming. Undo: delete the rows.
CREATE FUNCTION pg_temp.start_policy(
    policy_key text, place integer, title text, severity smallint, actions text[], default_action text, body text)
RETURNS void LANGUAGE sql AS $$
    INSERT INTO policy (key, current_version, position) VALUES (policy_key, 1, place);
    INSERT INTO policy_version
        (policy_key, version, title, text, default_severity, allowed_actions, default_action, published_at)
    VALUES (policy_key, 1, title, body, severity, actions, default_action, '2026-11-01T00:00:00Z');
$$;

SELECT pg_temp.start_policy('hate', 1, 'Hate', 3::smallint, '{NONE,WARN,RESTRICT,REMOVE,SUSPEND}', 'REMOVE',
'We remove attacks on people for what they are: origin, ethnicity, religion, disability, gender, orientation or another
protected trait.

**Counts:** calling a group less than human, wishing a group harm, calling for its exclusion, slurs aimed at somebody,
denying or praising crimes against a group.

**Does not count:** criticism of ideas, institutions or states; a group''s own reclaimed words; quoting hate to oppose
it, where the opposition is plain.');

SELECT pg_temp.start_policy('harassment', 2, 'Harassment', 2::smallint, '{NONE,WARN,RESTRICT,REMOVE,SUSPEND}', 'REMOVE',
'We remove attacks that single a person out to insult, humiliate or drive them away.

**Counts:** insults aimed at a person who takes part or is named, pile-ons, following somebody from thread to thread,
publishing private details to intimidate.

**Does not count:** blunt criticism of what somebody wrote or did, friendly teasing both sides share, swearing at
nobody in particular (see profanity).');

SELECT pg_temp.start_policy('violence', 3, 'Violence and threats', 4::smallint, '{NONE,WARN,RESTRICT,REMOVE,SUSPEND}', 'REMOVE',
'We remove threats against people, calls for violence and praise of it.

**Counts:** stating or hinting that one will hurt somebody, urging others to, giving means or places for it,
celebrating an attack.

**Does not count:** news and history, fiction and games, plain figures of speech ("this heat is killing me"),
self-defence talked about in general.');

SELECT pg_temp.start_policy('sexual', 4, 'Sexual content', 3::smallint, '{NONE,WARN,RESTRICT,REMOVE,SUSPEND}', 'REMOVE',
'We keep explicit sexual content and unwanted sexual remarks off common spaces.

**Counts:** explicit descriptions of sexual acts, solicitation, sexual remarks to somebody who did not invite them.
Anything that sexualises a minor is always critical: choose severity 4 and escalate.

**Does not count:** health, education, relationship advice, art discussed as such.');

SELECT pg_temp.start_policy('self_harm', 5, 'Self-harm', 4::smallint, '{NONE,WARN,RESTRICT,REMOVE}', 'RESTRICT',
'We protect people at risk. The first thought is help, not punishment.

**Counts:** announcing an intent to hurt oneself, urging somebody to, describing or asking for methods, praising
self-harm or disordered eating.

**Does not count:** talking about recovery, grief or past experience without methods, asking how to help somebody,
figures of speech.

An author who seems in danger now is shown where help can be found; escalate rather than decide alone.');

SELECT pg_temp.start_policy('spam', 6, 'Spam and scams', 1::smallint, '{NONE,WARN,RESTRICT,REMOVE,SUSPEND}', 'REMOVE',
'We remove what is posted to sell, trick or drown out rather than to take part.

**Counts:** repeated or off-topic advertising, links dressed as something else, offers too good to be true, fake
support or prize messages, artificial engagement.

**Does not count:** naming a product in answer to a question, one honest link to one''s own work where the community
allows it.');

SELECT pg_temp.start_policy('profanity', 7, 'Profanity', 1::smallint, '{NONE,WARN,RESTRICT,REMOVE}', 'WARN',
'We keep coarse language within what each community accepts.

**Counts:** strong swear words in communities that ask for clean language, obscenity for its own sake.

**Does not count:** mild or occasional swearing elsewhere, quotations, place and family names that look like a swear
word. An insult to a person is harassment, not profanity.');

SELECT pg_temp.start_policy('misinformation', 8, 'Harmful misinformation', 2::smallint, '{NONE,WARN,RESTRICT,REMOVE}', 'RESTRICT',
'We limit false statements of fact that are likely to cause real harm.

**Counts:** false medical instructions, false voting procedures, invented emergencies, media presented as something it
is not.

**Does not count:** opinion, satire a reader will recognise, honest error about small matters, disputed questions.
When the facts cannot be checked from the item, say "cannot decide".');

SELECT pg_temp.start_policy('copyright', 9, 'Copyright', 1::smallint, '{NONE,WARN,RESTRICT,REMOVE}', 'REMOVE',
'We act on works shared without a right to share them.

**Counts:** whole articles, books, films, songs or software offered without permission, links whose purpose is that,
removed watermarks.

**Does not count:** short quotation, review, parody, works of one''s own or under a licence that allows it.');

SELECT pg_temp.start_policy('illegal_other', 10, 'Other illegal content', 3::smallint, '{NONE,WARN,RESTRICT,REMOVE,SUSPEND}', 'REMOVE',
'We remove offers and acts that the law forbids and no other policy names.

**Counts:** trade in drugs, weapons or stolen data, forged papers, fraud instructions, court-banned material.

**Does not count:** talking about such things, news, asking what the law says.');

INSERT INTO policy_label (policy_key, version, label, review_threshold, act_threshold, is_primary) VALUES
    ('hate',       1, 'hate',       0.50, NULL, true),
    ('harassment', 1, 'harassment', 0.50, NULL, true),
    ('harassment', 1, 'toxicity',   0.60, NULL, false),
    ('violence',   1, 'threat',     0.40, NULL, true),
    ('sexual',     1, 'sexual',     0.50, NULL, true),
    ('self_harm',  1, 'self_harm',  0.40, NULL, true),
    ('spam',       1, 'spam',       0.60, NULL, true),
    ('profanity',  1, 'profanity',  0.70, NULL, true);
