using System.Text.Json.Serialization;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Planning;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Terms;
using NodaTime;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A sales team: people, deals, actions, weekly logs and performance records. Only the day is required.</summary>
/// <remarks>The team is kept separate from portfolios: no review of an account reads it. It can be kept as a file:
/// <see cref="FromJson(string)"/> names every fault with its place. Immutable; two teams are equal if all their parts are.</remarks>
public sealed record TeamFile
{
    private const string Model = "team";
    private const int Suggested = 5;

    /// <summary>The version of its file (<see cref="FileFormat.Team"/>): always the current one.</summary>
    [JsonPropertyOrder(-1)]
    public int Version { get; } = FileFormat.Team.Version;

    /// <summary>The name of the team; null if it has none.</summary>
    [Privacy(Privacy.NotPersonal)]
    public string? Name { get; init; }

    /// <summary>The day of the report. Anything dated later has not happened yet.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public required LocalDate AsOf { get; init => field = Guard.Iso(value, nameof(AsOf)); }

    /// <summary>The first day of the period; null for the day three months before <see cref="AsOf"/>, exclusive.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? From { get; init => field = Guard.Iso(value, nameof(From)); }

    /// <summary>The currency of every amount; null if it is not stated.</summary>
    [Privacy(Privacy.Code)]
    public string? Currency { get; init; }

    /// <summary>The target amount to be won in the quarter of the next day; null if there is no target.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? Target { get; init => field = FactRange<TeamFile>.Checked(value); }

    /// <summary>The average cost of finding an opportunity in the period; null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [FactRange(FactUnit.Money)]
    public decimal? OpportunityCost { get; init => field = FactRange<TeamFile>.Checked(value); }

    /// <summary>The planned cost of finding an opportunity; above 0. Null if it is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    [FactRange(0, double.PositiveInfinity, FactUnit.Money, IsMinimumExcluded = true)]
    public decimal? PlannedOpportunityCost { get; init => field = FactRange<TeamFile>.Checked(value); }

    /// <summary>The goals that objectives serve; empty if any goal is allowed.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    [Privacy(Privacy.NotPersonal)]
    public IReadOnlyList<string> Goals { get; init => field = ValueList.Of(value ?? [], nameof(Goals)); } = ValueList<string>.Empty;

    /// <summary>The people, each once.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<TeamMember> Members { get; init => field = ValueList.Of(value ?? [], nameof(Members)); } =
        ValueList<TeamMember>.Empty;

    /// <summary>The accounts with their tiers, each once.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<TeamAccount> Accounts { get; init => field = ValueList.Of(value ?? [], nameof(Accounts)); } =
        ValueList<TeamAccount>.Empty;

    /// <summary>The deals of the team, each id once; their owners are members.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<Opportunity> Opportunities { get; init => field = ValueList.Of(value ?? [], nameof(Opportunities)); } =
        ValueList<Opportunity>.Empty;

    /// <summary>The key actions of the plans; their owners are members.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PlanAction> Actions { get; init => field = ValueList.Of(value ?? [], nameof(Actions)); } =
        ValueList<PlanAction>.Empty;

    /// <summary>The weekly logs.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<WeeklyLog> Logs { get; init => field = ValueList.Of(value ?? [], nameof(Logs)); } = ValueList<WeeklyLog>.Empty;

    /// <summary>The records of how performance was managed, person by person and period by period.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PerformancePeriod> Periods { get; init => field = ValueList.Of(value ?? [], nameof(Periods)); } =
        ValueList<PerformancePeriod>.Empty;

    /// <summary>Earlier forecasts with the actual amounts, each month once.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<TeamForecast> Forecasts { get; init => field = ValueList.Of(value ?? [], nameof(Forecasts)); } =
        ValueList<TeamForecast>.Empty;

    /// <summary>The pay plans of the company, which replace those of the library (<see cref="PayPlans"/>), each position and phase
    /// once.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<PayPlan> PayPlans { get; init => field = ValueList.Of(value ?? [], nameof(PayPlans)); } =
        ValueList<PayPlan>.Empty;

    /// <summary>Reads a team from JSON, in the format that <c>keyaccount schema team</c> describes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The team, without faults.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a team; the exception holds every fault with its
    /// path.</exception>
    public static TeamFile FromJson(string json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.TeamFile, Model, FileFormat.Team.Upgraded));

    /// <summary>Reads a team from JSON in UTF-8.</summary>
    /// <param name="json">The bytes.</param>
    /// <returns>The team, without faults.</returns>
    /// <exception cref="InvalidModelException">The text is not valid JSON, or is not a team; the exception holds every fault with its
    /// path.</exception>
    public static TeamFile FromJson(ReadOnlyMemory<byte> json) =>
        Checked(CheckedJson.Read(json, ReviewJson.Default.TeamFile, Model, FileFormat.Team.Upgraded));

    /// <summary>Writes the team as JSON: the same text for the same team.</summary>
    /// <returns>An indented object, which <see cref="FromJson(string)"/> reads, with non-ASCII characters unescaped.</returns>
    public string ToJson() => ReviewJson.TextOf(this, ReviewJson.Default.TeamFile, isIndented: true);

    /// <summary>Lists everything that is wrong with the file beyond the form of its parts.</summary>
    /// <returns>The faults with their paths; empty if there are none.</returns>
    public IReadOnlyList<ModelFault> FaultsOf()
    {
        var faults = new List<ModelFault>();
        foreach (var (name, count) in new[]
        {
            ("goals", Goals.Count), ("members", Members.Count), ("accounts", Accounts.Count), ("opportunities", Opportunities.Count),
            ("actions", Actions.Count), ("logs", Logs.Count), ("periods", Periods.Count), ("forecasts", Forecasts.Count),
            ("payPlans", PayPlans.Count),
        })
        {
            Portfolio.Fits(name, count, faults);
        }

        if (Currency is not null && string.IsNullOrWhiteSpace(Currency))
            faults.Add(new("currency", "it is blank; leave it out if it is not known"));
        else if (Currency is not null && CurrencyCode.Likely(Currency) is { } code)
            faults.Add(new("currency", $"it is {Currency}; write the code {code}"));
        else if (Currency is not null && !(Currency.Length == 3 && Currency.All(char.IsAsciiLetterUpper)))
            faults.Add(new("currency", $"it is {Currency}; write its code of three capital letters, such as CNY"));
        if (AsOf.Year is < 1900 or > 2999)
            faults.Add(new("asOf", Invariant($"it is {AsOf:R}; it must be from 1900-01-01 to 2999-12-31")));
        else if (From > AsOf)
            faults.Add(new("from", Invariant($"it is {From:R}; it must be {AsOf:R} (asOf) or earlier")));
        Portfolio.CheckIds("members", Members.Select(each => each.Name), faults, "name");
        Portfolio.CheckIds("accounts", Accounts.Select(each => each.Id), faults);
        Portfolio.CheckIds("opportunities", Opportunities.Select(each => each.Id), faults);
        Portfolio.CheckIds("actions", Actions.Select(each => each.Id), faults);
        Portfolio.CheckIds("forecasts", Forecasts.Select(each => Invariant($"{each.Month:uuuu'-'MM}")), faults, "month");
        Portfolio.CheckIds("payPlans", PayPlans.Select(each => $"{each.Position.Name}/{each.Phase.Name}"), faults, "position");
        if (Members.Count == 0 && Opportunities.Count + Actions.Count + Logs.Count + Periods.Count > 0)
        {
            // One fault, and not one for each time that somebody is named.
            faults.Add(new("members", "it is missing or empty; name the people of the team"));
            return faults;
        }

        var seen = new Dictionary<WeeklyLog, int>();
        for (var i = 0; i < Logs.Count; i++)
        {
            if (!seen.TryAdd(Logs[i], i))
                faults.Add(new(Invariant($"logs[{i}]"), Invariant($"it is the same as logs[{seen[Logs[i]]}]; leave one of them out")));
        }

        // Where the file names no currency, that of the first deal is that of all amounts.
        var first = Opportunities.Select((deal, i) => (deal.Currency, i)).FirstOrDefault(each => each.Currency is not null);
        (string Code, string Of)? own = Currency is not null ? (Currency, "the file")
            : first.Currency is { } stated ? (stated, Invariant($"opportunities[{first.i}]")) : null;
        var names = new Names(Members);
        for (var i = 0; i < Opportunities.Count; i++)
        {
            CheckPerson(Invariant($"opportunities[{i}].owner"), Opportunities[i].Owner, names, faults);
            faults.AddRange(Opportunities[i].Faults(AsOf).Select(fault =>
                fault.Split(' ', 2) is [var place, var message] ? new ModelFault(Invariant($"opportunities[{i}].{place}"), $"it {message}")
                    : new(Invariant($"opportunities[{i}]"), fault)));
            if (Opportunities[i].Currency is { } other && own is not null && other != own.Value.Code)
            {
                faults.Add(new(
                    Invariant($"opportunities[{i}].currency"),
                    CurrencyCode.Likely(other) == own.Value.Code ? $"it is {other}; write the code {own.Value.Code}"
                    : $"it is {other}; it must be {own.Value.Code}, the currency of {own.Value.Of}: convert the amount first"));
            }
        }

        for (var i = 0; i < Actions.Count; i++)
            CheckPerson(Invariant($"actions[{i}].owner"), Actions[i].Owner, names, faults);
        for (var i = 0; i < Logs.Count; i++)
            CheckPerson(Invariant($"logs[{i}].person"), Logs[i].Person, names, faults);
        for (var i = 0; i < Periods.Count; i++)
            CheckPerson(Invariant($"periods[{i}].person"), Periods[i].Person, names, faults);
        for (var i = 0; i < Members.Count; i++)
            CheckMember(Invariant($"members[{i}]"), Members[i], faults);
        CheckWork(faults);
        return faults;
    }

    /// <summary>Lists the members who have not joined yet on the day of the report, and who are not counted.</summary>
    /// <returns>The members in their order.</returns>
    public IReadOnlyList<TeamMember> NotYetJoined() => [.. Members.Where(member => member.JoinedOn > AsOf)];

    /// <summary>Returns the file with the actions of plans in place of its own, as far as they are owned by its members.</summary>
    /// <param name="plans">The plans of a portfolio.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plans"/> is null.</exception>
    public TeamFile WithActionsOf(PlanFile plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var names = Members.Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        return this with { Actions = [.. plans.Actions.Where(action => names.Contains(action.Owner))] };
    }

    /// <summary>The pay plan of a member: the company's own, otherwise the library's; null if the phase is not known or the position does
    /// not sell.</summary>
    internal PayPlan? PlanOf(TeamMember member) => member.Phase is not { } phase ? null
        : PayPlans.FirstOrDefault(plan => plan.Position == member.Position && plan.Phase == phase)
            ?? (member.Position == SalesPosition.HumanResources ? null : SalesTeam.PayPlans.For(member.Position, phase));

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The name, the day, and the numbers of people, deals and logs.</returns>
    public override string ToString() => Invariant($"TeamFile {{ Name = {Name}, AsOf = {AsOf:R}, Members = {Members.Count}, ")
        + Invariant($"Opportunities = {Opportunities.Count}, Logs = {Logs.Count} }}");

    private void CheckMember(string path, TeamMember member, List<ModelFault> faults)
    {
        if (member is { JoinedOn: { } joined, LeftOn: { } left } && left < joined)
            faults.Add(new($"{path}.leftOn", Invariant($"it is {left:R}; it must be {joined:R} (joinedOn) or later")));
        Portfolio.CheckIds($"{path}.skills", member.Skills.Select(skill => skill.Competence.Name), faults, "competence");
        Portfolio.CheckIds($"{path}.objectives", member.Objectives.Select(each => each.Id), faults);
        Portfolio.CheckIds($"{path}.results", member.Results.Select(result => result.Measure), faults, "measure");
        if (PlanOf(member) is not { } plan)
            return;
        for (var i = 0; i < member.Results.Count; i++)
        {
            if (plan.Measures.All(measure => measure.Key != member.Results[i].Measure))
            {
                faults.Add(new(
                    Invariant($"{path}.results[{i}].measure"),
                    $"it is '{member.Results[i].Measure}', which plan '{plan.Id}' does not have; it must be one of "
                    + string.Join(", ", plan.Measures.Select(measure => $"'{measure.Key}'"))));
            }
        }
    }

    // Nobody works before joining or after leaving. Deals are left out: they can be taken over, and handed on.
    private void CheckWork(List<ModelFault> faults)
    {
        var members = Members.Where(member => !(member.LeftOn < member.JoinedOn)).DistinctBy(member => member.Name, StringComparer.Ordinal)
            .ToDictionary(member => member.Name, StringComparer.Ordinal);
        for (var i = 0; i < Members.Count; i++)
        {
            var member = Members[i];
            if (member.JoinedOn > AsOf && (member.Sold is not null || member.Pay is not null || member.Results.Count > 0))
            {
                faults.Add(new(
                    Invariant($"members[{i}].joinedOn"),
                    Invariant($"it is {member.JoinedOn:R}, after asOf, {AsOf:R}, and the person has ")
                    + (member.Results.Count > 0 ? "results" : member.Sold is not null ? "sold" : "pay")
                    + ": correct the day, or leave them out"));
            }
        }

        for (var i = 0; i < Logs.Count; i++)
        {
            if (!members.TryGetValue(Logs[i].Person, out var member))
                continue;
            var path = Invariant($"logs[{i}]");
            if (Logs[i].Monday.PlusDays(6) < member.JoinedOn || Logs[i].Monday > member.LeftOn)
                Add($"{path}.week", Logs[i].Week, member);
            else
            {
                for (var j = 0; j < Logs[i].Done.Count; j++)
                    Check(Invariant($"{path}.done[{j}].on"), Logs[i].Done[j].On, Logs[i].Done[j].On, member);
            }
        }

        for (var i = 0; i < Periods.Count; i++)
        {
            if (members.TryGetValue(Periods[i].Person, out var member))
            {
                Check(Invariant($"periods[{i}].end"), Periods[i].End, null, member);
                Check(Invariant($"periods[{i}].start"), null, Periods[i].Start, member);
            }
        }

        void Check(string path, LocalDate? notBefore, LocalDate? notAfter, TeamMember member)
        {
            if (notBefore < member.JoinedOn || notAfter > member.LeftOn)
                Add(path, (notBefore ?? notAfter)!.Value, member);
        }

        void Add(string path, LocalDate day, TeamMember member) => faults.Add(new(
            path,
            day > member.LeftOn
                ? Invariant($"it is {day:R}, but '{member.Name}' left on {member.LeftOn:R} (leftOn): correct one of the days")
                : Invariant($"it is {day:R}, but '{member.Name}' joined only on {member.JoinedOn:R} (joinedOn): correct one of the days")));
    }

    private static void CheckPerson(string path, string? person, Names names, List<ModelFault> faults)
    {
        if (person is not null && names.FaultOf(person) is { } fault)
            faults.Add(new(path, fault));
    }

    private static TeamFile Checked(TeamFile file) =>
        file.FaultsOf() is { Count: > 0 } faults ? throw new InvalidModelException(Model, faults) : file;

    // The names of members, and what to say of one that is none of them.
    private sealed class Names(IReadOnlyList<TeamMember> members)
    {
        private readonly HashSet<string> _names = members.Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        private readonly Lazy<ILookup<string, string>> _byKey = new(
            () => members.Select(each => each.Name).ToLookup(LookAlikes.KeyOf, StringComparer.Ordinal));

        public string? FaultOf(string person)
        {
            if (_names.Contains(person))
                return null;
            var named = $"it is '{person.ReplaceLineEndings(" ")}'; members has no such name, ";
            if (LookAlikes.KeyOf(person) is { Length: > 0 } key && _byKey.Value[key].FirstOrDefault() is { } alike)
                return $"{named}but '{alike}': write the name of one person in one way";
            var there = _names.Count == 0 ? "none"
                : string.Join(", ", _names.Order(StringComparer.Ordinal).Take(Suggested).Select(each => $"'{each}'"));
            return Invariant($"{named}only {there}") + (_names.Count > Suggested ? Invariant($" and {_names.Count - Suggested} more") : "")
                + ": add the person to members";
        }
    }
}
