using KeyAccount.Core.Records;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Winback;

/// <summary>Computes each warning sign from data.</summary>
internal static class WarningSigns
{
    private const int Year = 12;
    private const int Recent = 3;
    private const int Before = 6;
    private const int RecentDays = 90;
    private const int YearDays = 365;

    public static IReadOnlyList<WarningReading> Of(
        WarningData data, BuyingRhythm? rhythm, LocalDate asOf, WarningThresholds thresholds)
    {
        WarningReading?[] signs =
        [
            PurchasesFall(data, asOf, thresholds),
            OrderOverdue(rhythm, thresholds),
            ShareFalls(data, thresholds),
            RangeNarrows(data, thresholds),
            PaymentSlows(data.Invoices, asOf, thresholds),
            ComplaintsChange(data.Complaints, asOf, thresholds),
            ContactFades(data, asOf, thresholds),
            KeyPersonLeft(data.KeyPeople, asOf, thresholds),
            CompetitorTrial(data.CompetitorEvents, asOf, thresholds),
            ContractNotRenewed(data, asOf, thresholds),
        ];
        return ValueList.Of(signs.OfType<WarningReading>());
    }

    public static WarningFacts FactsOf(IReadOnlyList<WarningReading> signs)
    {
        return new()
        {
            PurchasesFall = Of(WarningSign.PurchasesFall),
            OrderOverdue = Of(WarningSign.OrderOverdue),
            ShareFalls = Of(WarningSign.ShareFalls),
            RangeNarrows = Of(WarningSign.RangeNarrows),
            PaymentSlows = Of(WarningSign.PaymentSlows),
            ComplaintsChange = Of(WarningSign.ComplaintsChange),
            ContactFades = Of(WarningSign.ContactFades),
            KeyPersonLeft = Of(WarningSign.KeyPersonLeft),
            CompetitorTrial = Of(WarningSign.CompetitorTrial),
            ContractNotRenewed = Of(WarningSign.ContractNotRenewed),
        };

        double? Of(WarningSign sign) => signs.FirstOrDefault(each => each.Sign == sign)?.Severity;
    }

    /// <summary>The last contract has ended without a successor, and nothing was bought since.</summary>
    public static bool IsContractGone(WarningData data, LocalDate asOf) =>
        LastEnd(data.Contracts) is { } end && end < asOf && (data.Orders, data.Purchases) switch
        {
            ({ } orders, _) => !orders.Any(order => order.Amount > 0 && order.Date > end && order.Date <= asOf),
            (_, { } months) => !months.Any(month => month.Amount > 0 && Number(month.Month) > Number(end.ToYearMonth())
                && Number(month.Month) <= Number(asOf.ToYearMonth())),
            _ => false,
        };

    // Against the same months of last year where two years are known, which takes out the season; else against the months before.
    private static WarningReading? PurchasesFall(WarningData data, LocalDate asOf, WarningThresholds thresholds)
    {
        var last = Number(asOf.PlusDays(1).ToYearMonth()) - 1;
        var first = int.MaxValue;
        var sums = new Dictionary<int, decimal>();
        if (data.Purchases is { } months)
        {
            foreach (var month in months)
                Add(Number(month.Month), month.Amount);
        }
        else
        {
            foreach (var order in data.Orders ?? [])
            {
                if (order.Date <= asOf)
                    Add(Number(order.Date.ToYearMonth()), order.Amount);
            }
        }

        if (first > last || last - first + 1 < Recent + Before)
            return null;
        var isYear = last - first + 1 >= 2 * Year;
        var later = Sum(last - Recent, last);
        var earlier = isYear ? Sum(last - Recent - Year, last - Year) : Sum(last - Recent - Before, last - Recent);
        if (earlier <= 0)
            return null;
        var (now, then) = isYear ? (later, earlier) : (later / Recent, earlier / Before);
        return Reading(
            WarningSign.PurchasesFall,
            (1 - (double)(now / then)) / thresholds.PurchasesFall,
            isYear ? "purchasesFall.lastYear" : "purchasesFall.before",
            now, then, Recent, Before);

        void Add(int month, decimal amount)
        {
            if (month > last)
                return;
            first = Math.Min(first, month);
            sums[month] = sums.GetValueOrDefault(month) + amount;
        }

        decimal Sum(int after, int to)
        {
            var sum = 0m;
            for (var month = after + 1; month <= to; month++)
                sum += sums.GetValueOrDefault(month);
            return sum;
        }
    }

    private static WarningReading? OrderOverdue(BuyingRhythm? rhythm, WarningThresholds thresholds) => rhythm is null ? null : Reading(
        WarningSign.OrderOverdue,
        rhythm.Severity(thresholds),
        rhythm.IsSeasonalPause ? "orderOverdue.seasonal" : rhythm.IsByMonth ? "orderOverdue.months" : "orderOverdue",
        rhythm.Silence, rhythm.MeanInterval, rhythm.Spread);

    private static WarningReading? ShareFalls(WarningData data, WarningThresholds thresholds) =>
        data is not { ShareBefore: { } before, Share: { } share } ? null
            : Reading(WarningSign.ShareFalls, (before - share) / thresholds.ShareFall, "shareFalls", 100 * share, 100 * before);

    private static WarningReading? RangeNarrows(WarningData data, WarningThresholds thresholds) =>
        data is not { ItemsBefore: { } before and > 0, Items: { } items } ? null
            : Reading(
                WarningSign.RangeNarrows, (before - items) / (thresholds.RangeFall * before), "rangeNarrows", items, before);

    private static WarningReading? PaymentSlows(
        IReadOnlyList<AccountInvoice>? invoices, LocalDate asOf, WarningThresholds thresholds)
    {
        if (invoices is null)
            return null;
        var (recent, recentCount, before, beforeCount, debt) = (0.0, 0, 0.0, 0, 0);
        foreach (var invoice in invoices)
        {
            if (invoice.Paid is { } paid && paid <= asOf)
            {
                var late = Math.Max(0, Days(invoice.Due, paid));
                var ago = Days(paid, asOf);
                if (ago < RecentDays)
                    (recent, recentCount) = (recent + late, recentCount + 1);
                else if (ago < RecentDays + YearDays)
                    (before, beforeCount) = (before + late, beforeCount + 1);
            }
            else if (invoice.Amount > 0)
            {
                debt = Math.Max(debt, Days(invoice.Due, asOf));
            }
        }

        // Past 60 days means from the 61st on; days are whole.
        var owed = debt / (thresholds.DebtDays + 1);
        var slower = recentCount == 0 || beforeCount == 0 ? (double?)null
            : ((recent / recentCount) - (before / beforeCount)) / thresholds.DaysLate;
        return slower is null && debt == 0 ? null
            : slower is { } rise && rise >= owed
                ? Reading(
                    WarningSign.PaymentSlows, rise, "paymentSlows.late", recent / recentCount, before / beforeCount)
                : Reading(WarningSign.PaymentSlows, owed, "paymentSlows.debt", debt);
    }

    private static WarningReading? ComplaintsChange(
        IReadOnlyList<ComplaintSpan>? complaints, LocalDate asOf, WarningThresholds thresholds)
    {
        if (complaints is null)
            return null;
        var half = asOf.PlusMonths(-Before);
        var year = asOf.PlusMonths(-2 * Before);
        var (now, then) = (0, 0);
        ComplaintSpan? latest = null;
        foreach (var complaint in complaints)
        {
            if (complaint.OpenedOn > asOf)
                continue;
            if (complaint.OpenedOn > half)
                now++;
            else if (complaint.OpenedOn > year)
                then++;
            if (latest is null || complaint.OpenedOn >= latest.OpenedOn)
                latest = complaint;
        }

        // One complaint after none is chance; two are twice as many as one would be.
        var more = now / (thresholds.ComplaintFactor * Math.Max(1, then));
        var hasCeased = latest is not null && !(latest.SolvedOn <= asOf)
            && Days(latest.OpenedOn, asOf) >= thresholds.ComplaintSilenceDays;
        return hasCeased && more < 1
            ? Reading(WarningSign.ComplaintsChange, 1, "complaintsChange.ceased", Iso(latest!.OpenedOn))
            : Reading(WarningSign.ComplaintsChange, more, "complaintsChange.more", now, then, Before);
    }

    private static WarningReading? ContactFades(WarningData data, LocalDate asOf, WarningThresholds thresholds)
    {
        if (data is not { Visits: { } visits, VisitsPerYear: { } perYear })
            return null;
        var last = visits.Where(visit => visit.On <= asOf).Select(visit => (LocalDate?)visit.On).Max();
        if (last is not { } day)
            return null;
        var rhythm = YearDays / perYear;
        var silent = Days(day, asOf);
        return Reading(
            WarningSign.ContactFades, silent / (thresholds.ContactFactor * rhythm), "contactFades", silent, (int)Math.Round(rhythm));
    }

    private static WarningReading? KeyPersonLeft(
        IReadOnlyList<KeyPersonSpan>? people, LocalDate asOf, WarningThresholds thresholds)
    {
        if (people is null)
            return null;
        var left = people.Where(person => person.Until < asOf && Days(person.Until.Value, asOf) < thresholds.LeftPersonDays)
            .OrderByDescending(person => person.Until).ToArray();
        var isNew = people.Where(person => !(person.Until < asOf) && person.Since <= asOf
            && Days(person.Since.Value, asOf) < thresholds.NewPersonDays).OrderByDescending(person => person.Since).ToArray();
        var severity = Math.Min(2, left.Length + isNew.Length);
        return left.Length > 0
            ? Reading(WarningSign.KeyPersonLeft, severity, "keyPersonLeft.left", left[0].Name, Iso(left[0].Until!.Value))
            : isNew.Length > 0
                ? Reading(WarningSign.KeyPersonLeft, severity, "keyPersonLeft.new", isNew[0].Name, Iso(isNew[0].Since!.Value))
                : Reading(WarningSign.KeyPersonLeft, 0, "keyPersonLeft.none");
    }

    private static WarningReading? CompetitorTrial(
        IReadOnlyList<CompetitorEvent>? events, LocalDate asOf, WarningThresholds thresholds)
    {
        if (events is null)
            return null;
        var furthest = events.Where(each => each.On <= asOf && Days(each.On, asOf) < thresholds.CompetitorDays)
            .OrderByDescending(each => each.Kind.Value).ThenByDescending(each => each.On).FirstOrDefault();
        return furthest is null
            ? Reading(WarningSign.CompetitorTrial, 0, "competitorTrial.none")
            : Reading(
                WarningSign.CompetitorTrial,
                furthest.Kind == CompetitorEventKind.Order ? 2 : furthest.Kind == CompetitorEventKind.Audit ? 1.5 : 1,
                "competitorTrial",
                furthest.Competitor ?? (object)TextTable.Library["Winback.Evidence.competitorTrial.somebody"],
                furthest.Kind,
                Iso(furthest.On));
    }

    private static WarningReading? ContractNotRenewed(WarningData data, LocalDate asOf, WarningThresholds thresholds)
    {
        if (data.Contracts is not { Count: > 0 } contracts)
            return null;
        if (LastEnd(contracts) is not { } end)
            return Reading(WarningSign.ContractNotRenewed, 0, "contractNotRenewed.inForce");
        var left = Days(asOf, end);
        return left < 0 ? Reading(WarningSign.ContractNotRenewed, 2, "contractNotRenewed.ended", Iso(end))
            : left < thresholds.ContractDays && data.HasContractTalks != true
                ? Reading(WarningSign.ContractNotRenewed, 1, "contractNotRenewed.ending", Iso(end), left)
                : Reading(WarningSign.ContractNotRenewed, 0, "contractNotRenewed.inForce");
    }

    // The day after which no contract binds; null where one has no end, or there is none.
    private static LocalDate? LastEnd(IReadOnlyList<AccountContract>? contracts) =>
        contracts is not { Count: > 0 } || contracts.Any(contract => contract.End is null) ? null
            : contracts.Max(contract => contract.End);

    private static WarningReading Reading(WarningSign sign, double severity, string evidence, params object?[] arguments) =>
        new(
            sign,

            // A fall from 100 to 80 is 20 %, also where doubles miss it by their last digit.
            Math.Round(Math.Clamp(severity, 0, WarningReading.Most), 12),
            TextTable.Library[$"Winback.Evidence.{evidence}"].With(arguments));

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    private static int Number(YearMonth month) => (month.Year * Year) + month.Month;

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
