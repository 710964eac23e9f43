-- POST /access/check with as many labels as LABELS says, for the token in BEARER.
local checks = {}
for i = 1, tonumber(os.getenv("LABELS")) do
  checks[i] = '{"label":"label-' .. i .. '"}'
end

wrk.method = "POST"
wrk.body = '{"checks":[' .. table.concat(checks, ",") .. "]}"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = os.getenv("BEARER")
