using System.IO.Hashing;
using System.Runtime.InteropServices;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Terms;
using KeyAccount.Tool.Purchases;
using KeyAccount.Tool.Tables;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Opportunities;

/// <summary>Reads tables of deals, row by row, and hands each deal on. Nothing of a deal is kept but a number that tells its id.</summary>
internal sealed class OpportunityReader(OpportunityFormat format, StageHistory? stages, PaymentPlans? payments, Action<Opportunity> deal)
{
    private static readonly char[] Separators = [';', '；', '|', '、'];

    private readonly Field _stage = OpportunityFields.StageIn(isNeeded: stages is null);
    private readonly HashSet<ulong> _ids = [];
    private (string? Code, string Where)? _currency;

    /// <summary>Reads the deals of one table.</summary>
    public void Read(FieldTable table, Action<RowException> skip, Action<double>? progress = null) => table.ReadAll(
        row =>
        {
            try
            {
                deal(DealOf(row));
            }
            catch (ArgumentException e)
            {
                throw new RowException(new(row.Where, ToolException.ReasonOf(e).TrimEnd('.')));
            }
        },
        skip,
        progress);

    private Opportunity DealOf(FieldTable.FieldRow row)
    {
        var id = row.Needed(OpportunityFields.Id);
        var state = row.Text(_stage) is { } text ? format.StageOf(row, _stage, text) : null;
        var known = stages?.Take(id);
        var outcome = OutcomeOf(row, state, known);
        var history = HistoryOf(row, state?.Stage, known, outcome);
        var (amount, currency) = AmountOf(row, outcome?.Date ?? format.AsOf);
        if (!_ids.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(id.AsSpan()))))
            throw row.Fault(OpportunityFields.Id, "there is already a deal with this id");
        return new()
        {
            Id = id,
            AccountId = row.Text(OpportunityFields.Account),
            Name = row.Text(OpportunityFields.Name),
            Owner = row.Text(OpportunityFields.Owner),
            Amount = amount,
            Currency = currency,
            History = history,
            ExpectedClose = row.Date(OpportunityFields.ExpectedClose),
            CloseDates = known?.CloseDates ?? [],
            Channel = TermOf<LeadChannel>(row, OpportunityFields.Channel),
            Category = TermOf<ForecastCategory>(row, OpportunityFields.Category),
            StatedOdds = (double?)OpportunityFormat.FractionOf(row, OpportunityFields.StatedOdds, isZeroAllowed: true),
            Evidence = [.. Parts(row, OpportunityFields.Evidence).Select(part => new EvidenceItem(
                TermWord.Of<StageEvidence>(part) ?? throw NotOneOf<StageEvidence>(row, OpportunityFields.Evidence)))],
            Needs = Parts(row, OpportunityFields.Needs),
            Competitors = Parts(row, OpportunityFields.Competitors),
            NextStep = StepOf(row),
            PaymentPlan = payments?.Take(id) ?? [],
            Outcome = outcome,
        };
    }

    private DealOutcome? OutcomeOf(FieldTable.FieldRow row, StageName? state, StageHistory.Stages? known)
    {
        var isWon = row.Text(OpportunityFields.IsWon) is not { } text ? state?.IsWon ?? known?.End?.IsWon
            : text.ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "Y" or "1" or "WON" or "是" => true,
                "FALSE" or "NO" or "N" or "0" or "LOST" or "否" => (bool?)false,
                _ => throw row.Fault(
                    OpportunityFields.IsWon, "true for a won deal, false for a lost one, or nothing for an open one is needed"),
            };
        if (isWon is null)
            return null;
        if (state?.IsWon is { } said && said != isWon)
            throw row.Fault(OpportunityFields.IsWon, $"the stage says that the deal is {(said ? "won" : "lost")}");
        var date = row.Date(OpportunityFields.ClosedOn) ?? known?.End?.Date
            ?? throw row.Fault(
                OpportunityFields.ClosedOn, $"the deal is {(isWon.Value ? "won" : "lost")}; the day on which it was is needed");
        NotInFuture(row, OpportunityFields.ClosedOn, date);
        var reason = TermOf<LossReason>(row, OpportunityFields.LossReason);
        return isWon.Value && reason is not null
            ? throw row.Fault(OpportunityFields.LossReason, "a won deal has none")
            : new(isWon.Value, date, reason);
    }

    private List<StageEntry> HistoryOf(FieldTable.FieldRow row, FunnelStage? stage, StageHistory.Stages? known, DealOutcome? outcome)
    {
        var entries = known is null ? [] : known.Entries;
        var since = row.Date(OpportunityFields.StageSince);
        var created = row.Date(OpportunityFields.CreatedOn);
        NotInFuture(row, OpportunityFields.StageSince, since);
        NotInFuture(row, OpportunityFields.CreatedOn, created);
        if (since < created)
            throw row.Fault(OpportunityFields.StageSince, $"it must be {Iso(created.Value)} (createdOn) or later");
        if (entries.Count == 0)
        {
            // Only the first stage may lack its day. Of a deal of which only the end is told, the beginning is known at least.
            if (stage is null && outcome is null)
                throw row.Fault(_stage, "the stage is needed");
            if (stage is null || (created is not null && since is not null && stage != format.FirstStage))
                entries.Add(new(format.FirstStage, created));
            if (stage is not null)
                entries.Add(new(stage, since ?? (stage == format.FirstStage ? created : null)));
        }
        else if (stage is not null && stage != entries[^1].Stage)
        {
            if (!(since >= entries[^1].Since))
            {
                throw row.Fault(
                    _stage,
                    $"the last stage of the deal in --stages is {entries[^1].Stage.Name}; stageSince says when it came to another one");
            }

            entries.Add(new(stage, since));
        }

        return outcome is not null && outcome.Date < entries[^1].Since
            ? throw row.Fault(
                OpportunityFields.ClosedOn, $"it must be {Iso(entries[^1].Since!.Value)} (the day of the last stage) or later")
            : entries;
    }

    private (decimal Amount, string? Currency) AmountOf(FieldTable.FieldRow row, LocalDate day)
    {
        var (amount, currency) = row.Number(OpportunityFields.Amount) ?? throw row.Fault(OpportunityFields.Amount, "an amount is needed");
        if (amount < 0)
            throw row.Fault(OpportunityFields.Amount, "it must be at least 0");
        if (row.Text(OpportunityFields.Currency) is { } written && !Currencies.TryMerge(ref currency, Currencies.Named(written)))
            throw row.Fault(OpportunityFields.Currency, $"the amount is in {currency}");
        currency ??= format.Currency;
        if (format.Rates is { } rates && currency is not null && currency != format.Currency)
        {
            amount = rates.Of(currency, day) is { } rate
                ? amount * rate
                : throw new RowException(new(row.Where, rates.Missing(currency, day)));
            currency = format.Currency;
        }

        _currency ??= (currency, row.Where);
        if (currency == _currency.Value.Code)
            return (amount, currency);
        var first = _currency.Value.Code;

        // A sum of two currencies is none: no row can be left out to mend it.
        throw new ToolException(
            $"{row.Where}, column {OpportunityFields.Currency.Name}: the amount is in {SafeText.Line(currency ?? "no currency", 12)}, that "
            + $"of {_currency.Value.Where} in {SafeText.Line(first ?? "no currency", 12)}, nothing was forecast; "
            + (currency is null || first is null
                ? $"--currency {SafeText.Line(currency ?? first!, 10)} says what amounts without a currency are in."
                : $"--rates FILE with --currency {SafeText.Line(first, 10)} converts the others by a table of rates (date, from, to, "
                    + "rate)."));
    }

    private static NextStep? StepOf(FieldTable.FieldRow row)
    {
        var (date, text) = (row.Date(OpportunityFields.NextStepDate), row.Text(OpportunityFields.NextStep));
        return date is null && text is null ? null : new(date, text ?? "");
    }

    private static string[] Parts(FieldTable.FieldRow row, Field field) =>
        row.Text(field)?.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static TTerm? TermOf<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(FieldTable.FieldRow row, Field field)
        where TTerm : Term<TTerm> => row.Text(field) is not { } text ? null : TermWord.Of<TTerm>(text) ?? throw NotOneOf<TTerm>(row, field);

    private static RowException NotOneOf<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields)] TTerm>(FieldTable.FieldRow row, Field field)
        where TTerm : Term<TTerm> =>
        row.Fault(field, $"it is not one of {string.Join(", ", Term<TTerm>.InOrder.Select(term => term.Name))}, or the name of one");

    private void NotInFuture(FieldTable.FieldRow row, Field field, LocalDate? date)
    {
        if (date > format.AsOf)
            throw row.Fault(field, $"it must be {Iso(format.AsOf)} (the day of the report) or earlier");
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
