"""Who calls: a person of each role with a session, a stranger, and a program with a token of each scope."""

ADMINISTRATOR = "administrator"
STAFF = "smo_staff"
EXECUTIVE = "executive"
HEAD = "department_head"  # of Works
CONTRIBUTOR = "contributor"  # steward of the complaints of Roads, which stands below Works
VIEWER = "viewer"
STRANGER = "stranger"
# Programs of one service account that holds the role of SMO staff, so that only the token limits them.
READING = "token: read"
MEASURING = "token: measurements:write"
WRITING = "token: write"

EVERYONE = (ADMINISTRATOR, STAFF, EXECUTIVE, HEAD, CONTRIBUTOR, VIEWER)
PROGRAMS = (READING, MEASURING, WRITING)
READS_DRAFTS = (ADMINISTRATOR, STAFF, EXECUTIVE)
READS_CONSULTATIONS = (*READS_DRAFTS, HEAD)
MEASURES = (STAFF, HEAD, CONTRIBUTOR)
NOBODY = ()
