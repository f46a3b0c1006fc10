using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Portfolios;

namespace KeyAccount.Tool.Output;

/// <summary>What customers buy elsewhere: JSON with every field, CSV with a row for each, and the matrix for a person.</summary>
internal static class WhiteSpaceReports
{
    /// <summary>Of all accounts, or of one of them.</summary>
    public static Report Of(WhiteSpaceSummary summary, OpenPortfolio portfolio, RankedAccount? only) => new(
        output => JsonText.Write(output, json => portfolio.Run.WriteWhiteSpaceTo(json, only)),
        output => WriteCsv(portfolio.Run, only is null ? portfolio.Run.Accounts : [only], output),
        language => only is null ? summary.Describe(portfolio.Run.Currency, language)
            : new WhiteSpaceReview { Cells = portfolio.Run.WhiteSpaceOf(only) }.Describe(
                only.Entry.Name ?? only.Entry.Id, portfolio.Run.Currency, language));

    private static void WriteCsv(PortfolioReviewRun run, IReadOnlyList<RankedAccount> accounts, TextWriter output)
    {
        using var csv = CsvText.Writer(output);
        csv.WriteHeader(
            "id", "name", "unit", "category", "state", "spendWithUs", "wallet", "size", "isEstimated", "expected", "peers", "buyers",
            "peerShare", "supplier", "block", "rule", "reason");
        foreach (var account in accounts)
        {
            foreach (var cell in run.WhiteSpaceOf(account))
            {
#pragma warning disable MA0011 // the writer's own provider is the invariant culture
                csv.WriteField(CsvText.Cell(account.Entry.Id));
                csv.WriteField(CsvText.Cell(account.Entry.Name ?? account.Entry.Id));
                csv.WriteField(CsvText.Cell(cell.Unit ?? ""));
                csv.WriteField(CsvText.Cell(cell.Category));
                csv.WriteField(cell.State.Name);
                csv.WriteField(cell.SpendWithUs);
                csv.WriteField(cell.Wallet);
                csv.WriteField(cell.Size);
                csv.WriteField(cell.IsEstimated ? "true" : "false");
                csv.WriteField(cell.Expected);
                csv.WriteField((double?)cell.Peers?.Peers);
                csv.WriteField((double?)cell.Peers?.Buyers);
                csv.WriteField(cell.Peers?.Share);
                csv.WriteField(CsvText.Cell(cell.Supplier ?? ""));
                csv.WriteField(cell.Block?.Name ?? "");
                csv.WriteField(cell.RuleId);
                csv.WriteField(CsvText.Cell(cell.Reason.En));
#pragma warning restore MA0011
                csv.EndRecord();
            }
        }
    }
}
