using System.CommandLine;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Output;
using KeyAccount.Tool.Portfolios;

namespace KeyAccount.Tool.Commands;

/// <summary><c>keyaccount bid [TENDER.json]</c>: whether to bid, the odds of each rank, what is wrong with the documents, the
/// calendar.</summary>
internal static class BidCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("TENDER.json")
        {
            Description = "A tender (keyaccount schema tender); without it, the sample.",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => FileName.Parse(result, "TENDER.json"),
        };
        var report = new ReportOptions();
        var redact = new RedactOptions(hasConfidential: false);
        var command = new Command(
            "bid", "Judge a tender: whether to bid, the odds of each rank, what is wrong with the documents, and which date comes next.")
        {
            file,
        };
        report.AddTo(command);
        redact.AddTo(command);
        command.SetAction(result =>
        {
            var input = result.GetValue(file);
            using var stream = input is null ? Samples.Tender() : InputFile.Open(input, "a tender");
            var options = redact.Of(result, report.LanguageOf(result));
            var review = input is null ? Judged(stream, options) : InputFile.Read(stream, input, each => Judged(each, options));
            report.Write(result, BidReports.Of(review), input);
        });
        return command;
    }

    // What is redacted was judged before: a fault of the file is told of the file.
    private static BidReview Judged(Stream stream, RedactionOptions? options) => ModelFaults.Report(() =>
    {
        var tender = Tender.FromJson(InputFile.BytesOf(stream));
        var review = BidReview.Of(tender);
        return options is null ? review : BidReview.Of(Redaction.RedactTender(tender, options));
    });
}
