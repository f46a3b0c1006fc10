using System.Globalization;
using KeyAccount.Core.Estimation;
using KeyAccount.Core.LifetimeValue;
using KeyAccount.Core.Records;
using KeyAccount.Core.Winback;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Benchmarks;

/// <summary><c>dotnet run -c Release --project benchmarks/KeyAccount.Core.Benchmarks -- winback-backtest FILE.csv</c>: who of the accounts that
/// are called gone at a month end buys again within six months. Columns of the file: account_id, date, amount. Cuts are chosen on two
/// thirds of the accounts; the table of the last third is made with those cuts and chooses none.</summary>
internal static class WinbackBacktest
{
    public const string Name = "winback-backtest";

    private const int Parts = 3;
    private const int Horizon = 6;
    private const int ProofDays = 180;

    private static readonly LocalDate[] MonthEnds = [new(2011, 2, 28), new(2011, 3, 31), new(2011, 4, 30), new(2011, 5, 31)];

    private static readonly double[] Ratios = [1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.5, 4, 5];
    private static readonly double[] Silences = [30, 45, 60, 75, 90, 105, 120];
    private static readonly double[] Odds = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 0.98];

    public static int Run(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine($"{Name} FILE.csv");
            return 1;
        }

        AccountPurchase[] purchases =
        [
            .. File.ReadLines(arguments[1]).Skip(1).Select(line => line.Split(',')).Select(cells => new AccountPurchase(
                cells[0], LocalDatePattern.Iso.Parse(cells[1]).Value, decimal.Parse(cells[2], CultureInfo.InvariantCulture))),
        ];
        var ids = purchases.Select(purchase => purchase.AccountId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var held = ids.Where((_, i) => i % Parts == Parts - 1).ToHashSet(StringComparer.Ordinal);
        var points = PointsOf(purchases, held);
        var fitted = points.Where(point => !held.Contains(point.Account)).ToArray();
        Rule[] plain =
        [
            new("sleeping or lost: 1.5 intervals", point => point.State != CustomerState.Active),
            new("lost: more than 3 intervals", point => point.State == CustomerState.Lost),
            new("sign `OrderOverdue`: 1.5 intervals and mean + 2 sd", point => point.IsOverdue),
            new("no purchase for 90 days", point => point.Silence >= 90),
            new("P(alive) < .5, BG/CNBD", point => point.Alive < 0.5),
            new("P(alive) < .5, BG/NBD", point => point.AliveOfBgNbd < 0.5),
        ];
        Rule[] chosen =
        [
            Best(fitted, Ratios, cut => new($"*chosen:* {Said(cut)} intervals or more", point => point.Ratio >= cut)),
            Best(fitted, Silences, cut => new($"*chosen:* no purchase for {Said(cut)} days", point => point.Silence >= cut)),
            Best(fitted, Odds, cut => new($"*chosen:* P(alive) < {Said(cut)}, BG/CNBD", point => point.Alive < cut)),
        ];
        Print("The two thirds on which cuts were chosen", fitted, [.. plain, .. chosen]);
        Print("The third that was put aside", [.. points.Where(point => held.Contains(point.Account))], [.. plain, .. chosen]);
        return 0;
    }

    private static List<Point> PointsOf(AccountPurchase[] purchases, HashSet<string> held)
    {
        var byAccount = purchases.GroupBy(purchase => purchase.AccountId, StringComparer.Ordinal)
            .OrderBy(account => account.Key, StringComparer.Ordinal).ToArray();
        var points = new List<Point>();
        foreach (var end in MonthEnds)
        {
            // The models see nothing of the last third, and nothing after the month end.
            var known = RepeatPurchases.Of(
                [.. purchases.Where(purchase => purchase.Date <= end && !held.Contains(purchase.AccountId))], end);
            var cnbd = Fitted(MaximumLikelihood.FitBgCnbd(known).Model);
            var nbd = Fitted(MaximumLikelihood.FitBgNbd(known).Model);
            foreach (var account in byAccount)
            {
                AccountPurchase[] past = [.. account.Where(purchase => purchase.Date <= end)];
                if (past.Length == 0 || WarningReport.Of(new() { Orders = past }, end) is not { Rhythm: { } rhythm } report)
                    continue;
                var orders = RepeatPurchases.Of(past, end)[0];
                points.Add(new(
                    account.Key,
                    end,
                    !account.Any(purchase => purchase.Amount > 0 && purchase.Date > end && purchase.Date <= end.PlusMonths(Horizon)),
                    rhythm.OverdueRatio,
                    rhythm.Silence,
                    rhythm.IsOverdue(),
                    report.State.Advice,
                    cnbd.ProbabilityAlive(orders.Orders, orders.LastOrder, orders.Age),
                    nbd.ProbabilityAlive(orders.Orders, orders.LastOrder, orders.Age)));
            }
        }

        return points;
    }

    private static TModel Fitted<TModel>(TModel? model)
        where TModel : class => model ?? throw new InvalidOperationException("The purchases allow no model.");

    private static Rule Best(Point[] points, double[] cuts, Func<double, Rule> ruleOf) =>
        cuts.Select(ruleOf).MaxBy(rule => Score(points, rule).F1)!;

    private static (int Called, double Precision, double Recall, double F1, int Silence) Score(Point[] points, Rule rule)
    {
        Point[] called = [.. points.Where(rule.IsCalled)];
        Point[] right = [.. called.Where(point => point.IsGone)];
        var precision = (double)right.Length / Math.Max(1, called.Length);
        var recall = (double)right.Length / points.Count(point => point.IsGone);
        int[] silences = [.. right.GroupBy(point => point.Account, StringComparer.Ordinal).Select(account => account.MinBy(point => point.End)!.Silence).Order()];
        return (
            called.Length, precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
            silences.Length == 0 ? 0 : silences[silences.Length / 2]);
    }

    private static void Print(string title, Point[] points, Rule[] rules)
    {
        var gone = points.Count(point => point.IsGone);
        Write($"*{title}: {points.Length:#,0} account-months, {gone} of them gone ({100.0 * gone / points.Length:0} %).*\n");
        Write($"| rule | called | precision | recall | F1 | silence | lead |");
        Write($"| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var rule in rules)
        {
            var (called, precision, recall, f1, silence) = Score(points, rule);
            if (recall == 0)
                Write($"| {rule.Name} | {called} | – | .000 | – | – | – |");
            else
                Write($"| {rule.Name} | {called} | {precision:.000} | {recall:.000} | {f1:.000} | {silence} | {ProofDays - silence} |");
        }

        Write($"\nAUC: intervals of silence {Auc(points, point => point.Ratio):.000}, days of silence {Auc(points, point => point.Silence):.000},");
        Write($"1 − P(alive) {Auc(points, point => -point.Alive):.000} (BG/CNBD), {Auc(points, point => -point.AliveOfBgNbd):.000} (BG/NBD).\n");
    }

    // The chance that an account which is gone ranks above one which is not; equal ranks count half.
    private static double Auc(Point[] points, Func<Point, double> rank)
    {
        double[] gone = [.. points.Where(point => point.IsGone).Select(rank)];
        double[] here = [.. points.Where(point => !point.IsGone).Select(rank)];
        return gone.Sum(one => here.Sum(other => one > other ? 1 : one == other ? 0.5 : 0)) / ((double)gone.Length * here.Length);
    }

    private static string Said(double cut) => cut.ToString("0.##", CultureInfo.InvariantCulture);

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Rule(string Name, Func<Point, bool> IsCalled);

    private sealed record Point(
        string Account, LocalDate End, bool IsGone, double Ratio, int Silence, bool IsOverdue, CustomerState? State, double Alive,
        double AliveOfBgNbd);
}
