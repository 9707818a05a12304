/// Jobs to be done: what a visit was for, told from what was done in it. Part of *behaviour*; front door
/// [io.filon.behaviour.job.SessionJobs]. Reads `sessions`; makes `session_jobs`, `customer_jobs`, `job_totals` and
/// `job_evidence`.
@NullMarked
package io.filon.behaviour.job;

import org.jspecify.annotations.NullMarked;
