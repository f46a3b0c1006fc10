using KeyAccount.Core.Funnel;
using KeyAccount.Tool.Tables;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Opportunities;

/// <summary>The stages of deals and the days on which they came to them, from a table of its own. It is kept until its deal is
/// read.</summary>
internal sealed class StageHistory
{
    private readonly Dictionary<string, Stages> _deals = new(StringComparer.Ordinal);

    /// <summary>How many deals have stages that no table of deals has.</summary>
    public int Unused => _deals.Count;

    /// <summary>Reads the table; the stages of a deal stand in the order of the days.</summary>
    public static StageHistory Read(FieldTable table, OpportunityFormat format, Action<RowException> skip)
    {
        var history = new StageHistory();
        table.ReadAll(row => history.Add(row, format), skip);
        return history;
    }

    /// <summary>Takes out what is known of a deal; null if nothing is.</summary>
    public Stages? Take(string id) => _deals.Remove(id, out var stages) ? stages : null;

    private void Add(FieldTable.FieldRow row, OpportunityFormat format)
    {
        var id = row.Needed(OpportunityFields.Id);
        var stage = OpportunityFields.StageIn(isNeeded: true);
        var name = format.StageOf(row, stage, row.Needed(stage));
        var since = row.Date(OpportunityFields.Since) ?? throw row.Fault(OpportunityFields.Since, "a date is needed");
        if (since > format.AsOf)
            throw row.Fault(OpportunityFields.Since, $"it must be {Iso(format.AsOf)} (the day of the report) or earlier");
        var stages = _deals.GetValueOrDefault(id);
        if (stages is not null && since < stages.Last)
        {
            throw row.Fault(
                OpportunityFields.Since,
                $"it must be {Iso(stages.Last)} (the day of the stage before it) or later; the rows of a deal stand in the order of the "
                + "days");
        }

        if (stages is null)
            _deals[id] = stages = new();
        stages.Last = since;
        if (name.Stage is { } reached)
            stages.Entries.Add(new(reached, since));
        else
            stages.End = (name.IsWon!.Value, since);
        if (row.Date(OpportunityFields.ExpectedClose) is { } close)
            stages.CloseDates.Add(new(since, close));
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>What is known of one deal.</summary>
    internal sealed class Stages
    {
        public List<StageEntry> Entries { get; } = [];

        public List<CloseDateEntry> CloseDates { get; } = [];

        public LocalDate Last { get; set; }

        /// <summary>Whether it was won, and when; null if no row says that it ended.</summary>
        public (bool IsWon, LocalDate Date)? End { get; set; }
    }
}
