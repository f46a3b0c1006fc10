using KeyAccount.Core.Reviews;

namespace KeyAccount.Tool.Output;

/// <summary>One reviewed account: JSON with all of it, CSV with its row, one page for a person.</summary>
internal static class AccountReport
{
    public static Report Of(AccountReview account, PortfolioReviewRun run, ReviewModels models, ReviewSnapshot? earlier)
    {
        var before = earlier?.Accounts.FirstOrDefault(each => each.Id == account.Id);
        return new(
            output => JsonText.Write(output, account.WriteTo),
            output => ReviewReport.WriteCsv([account], output),
            (console, language) => new AccountPage(account, run, models, earlier, before, new ScreenSheet(console, language)).Write(),
            (output, language) => new AccountPage(account, run, models, earlier, before, new MarkdownSheet(output, language)).Write());
    }
}
