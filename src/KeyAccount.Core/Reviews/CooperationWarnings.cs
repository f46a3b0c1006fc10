using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Services;
using NodaTime;
using NodaTime.Text;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Finds contradictions in the notes on a customer's strategy and on cooperation with it.</summary>
internal static class CooperationWarnings
{
    public static void Add(AccountFile account, LocalDate asOf, List<FactWarning> warnings)
    {
        AddUnknownCapabilities(account, warnings);
        AddNotes(account, asOf, warnings);
        AddAreas(account, warnings);
        AddJointWork(account, warnings);
        AddMeetings(account, asOf, warnings);
        AddRecord(account, asOf, warnings);
    }

    private static void AddUnknownCapabilities(AccountFile account, List<FactWarning> warnings)
    {
        var known = account.Capabilities.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < account.StrategyNotes.Count; i++)
        {
            var support = account.StrategyNotes[i].Support;
            for (var at = 0; at < support.Count; at++)
            {
                if (known.Contains(support[at].Capability))
                    continue;
                warnings.Add(FactWarning.Of(Invariant($"strategyNotes[{i}].support[{at}].capability"), "UnknownCapability"));
            }
        }
    }

    // A goal that was over before we heard of it; and the same thing noted twice counts twice in the match, and once for a person.
    private static void AddNotes(AccountFile account, LocalDate asOf, List<FactWarning> warnings)
    {
        AddAlike(account.StrategyNotes, note => note.Id, "strategyNotes", warnings);
        AddAlike(account.Capabilities, capability => capability.Id, "capabilities", warnings);
        for (var i = 0; i < account.StrategyNotes.Count; i++)
        {
            if (account.StrategyNotes[i] is { Horizon: { } horizon, Date: { } date } && horizon < date)
                warnings.Add(FactWarning.Of(Invariant($"strategyNotes[{i}].horizon"), "HorizonBeforeNote", Day(horizon), Day(date)));
            else if (account.StrategyNotes[i].Horizon is { } end && end < asOf)
                warnings.Add(FactWarning.Of(Invariant($"strategyNotes[{i}].horizon"), "HorizonPassed", Day(end)));
        }

        AddTwice(account.StrategyNotes, note => (note.Area, KeyOf(note.Statement)), "strategyNotes", warnings);
        AddTwice(account.Challenges, note => (note.Kind, KeyOf(note.Statement)), "challenges", warnings);

        static string KeyOf(string statement) => CategoryName.KeyOf(statement);
    }

    // What a plan calls decoded needs a note of at most a year.
    private static void AddAreas(AccountFile account, List<FactWarning> warnings)
    {
        for (var i = 0; i < account.StrategyPlan?.History.Count; i++)
        {
            var happened = account.StrategyPlan.History[i];
            CustomerStrategyArea[] untold =
            [
                .. happened.Areas.Where(area => !account.StrategyNotes.Any(note => note.Area == area && note.Date is { } day
                    && day <= happened.On && Period.DaysBetween(day, happened.On) <= StrategyDecoding.HalfLifeDays)),
            ];
            if (untold.Length == 0)
                continue;
            warnings.Add(FactWarning.Of(
                Invariant($"strategyPlan.history[{i}].areas"), "AreaWithoutNote", untold.Length, untold[0]));
        }
    }

    // Whether both sides create something together is stated, and so are the projects in which they do.
    private static void AddJointWork(AccountFile account, List<FactWarning> warnings)
    {
        const string Path = "development.createsJointly";
        if (account.Development?.CreatesJointly is not { } creates || account.Organisation?.JointProjects is not { } projects)
            return;
        if (creates && projects == 0)
            warnings.Add(FactWarning.Of(Path, "CreatesWithoutProjects"));
        else if (!creates && projects > 0)
            warnings.Add(FactWarning.Of(Path, "ProjectsWithoutCreating", projects));
    }

    // Meetings of leaders with their days, beside a number that somebody states.
    private static void AddMeetings(AccountFile account, LocalDate asOf, List<FactWarning> warnings)
    {
        const string Path = "organisation.topLevelMeetingsPerYear";
        if (account.Organisation?.TopLevelMeetingsPerYear is not { } stated || account.Cooperation is not { } record)
            return;
        var leaders = record.Meetings.Where(each => each.Kind == GovernanceMeeting.LeadersMeeting).ToArray();
        var held = leaders.Count(each => each.On > asOf.PlusMonths(-12));
        if (leaders.Length > 0 && Math.Abs(stated - held) >= 1)
            warnings.Add(FactWarning.Of(Path, "MeetingsDiffer", stated, held) with { Value = stated });
    }

    private static void AddRecord(AccountFile account, LocalDate asOf, List<FactWarning> warnings)
    {
        if (account.Cooperation is not { } record)
            return;
        AddTwice(record.Meetings, meeting => (meeting.Kind, meeting.On), "cooperation.meetings", warnings);
        for (var i = 0; i < record.Meetings.Count && record.HasSteeringCommittee == false; i++)
        {
            if (record.Meetings[i].Kind == GovernanceMeeting.SteeringCommittee)
            {
                warnings.Add(FactWarning.Of(
                    "cooperation.hasSteeringCommittee", "CommitteeHasMet", Invariant($"cooperation.meetings[{i}]")));
                break;
            }
        }

        for (var i = 0; i < account.ServiceContracts.Count && record.IsInvolvedEarly == false; i++)
        {
            if (account.ServiceContracts[i] is { } contract && contract.Type == ServiceType.Evi && contract.From <= asOf
                && !(contract.Until < asOf))
            {
                warnings.Add(FactWarning.Of("cooperation.isInvolvedEarly", "InvolvedByContract", Invariant($"serviceContracts[{i}]")));
                break;
            }
        }

        if (record.ConnectedDepartments is { } stated && account.Contacts.Any(each => each.Department is not null)
            && RelationshipTopic.SnowballOf(account, asOf).Points[^1].Departments is var counted && counted != stated)
            warnings.Add(FactWarning.Of("cooperation.connectedDepartments", "DepartmentsDiffer", stated, counted));
        if (record.StartedOn is { } started && account.Company?.Founded is { } founded && started.Year < founded)
            warnings.Add(FactWarning.Of("cooperation.startedOn", "BeforeFoundation", Day(started), founded));
    }

    // The first of each and every one that repeats it.
    private static void AddTwice<T, TKey>(IReadOnlyList<T> entries, Func<T, TKey> key, string list, List<FactWarning> warnings)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, int>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (!first.TryAdd(key(entries[i]), i))
                warnings.Add(FactWarning.Of(Invariant($"{list}[{i}]"), "NotedTwice", Invariant($"{list}[{first[key(entries[i])]}]")));
        }
    }

    // Ids are told apart by every letter, so one that differs in size or width only is a slip.
    private static void AddAlike<T>(IReadOnlyList<T> entries, Func<T, string> id, string list, List<FactWarning> warnings)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            var (mine, key) = (id(entries[i]), CategoryName.KeyOf(id(entries[i])));
            if (!first.TryAdd(key, i) && id(entries[first[key]]) is var other && other != mine)
                warnings.Add(FactWarning.Of(
                    Invariant($"{list}[{i}].id"), "SpelledAlike", mine, Invariant($"{list}[{first[key]}].id"), other));
        }
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
