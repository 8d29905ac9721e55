# Aalen-Johansen by R's survival package: reads "days,cause" (0 open, 1 won, 2 lost), prints milliseconds by round, then "day,won,lost" at each day.
# Use: Rscript survival.R FILE ROUNDS
suppressMessages(library(survival))
arguments <- commandArgs(trailingOnly = TRUE)
data <- read.csv(arguments[1])
cause <- factor(data$cause, 0:2, c("open", "won", "lost"))
fit <- NULL
times <- sapply(seq_len(as.integer(arguments[2])), function(round) {
  start <- proc.time()[["elapsed"]]
  fit <<- survfit(Surv(data$days, cause) ~ 1)
  (proc.time()[["elapsed"]] - start) * 1000
})
cat(paste(times, collapse = ","), "\n")
for (i in seq_along(fit$time)) {
  cat(sprintf("%d,%.17g,%.17g\n", as.integer(fit$time[i]), fit$pstate[i, 2], fit$pstate[i, 3]))
}
