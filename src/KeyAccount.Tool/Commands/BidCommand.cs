using System.CommandLine;
using KeyAccount.Core.Bidding;
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
        var command = new Command(
            "bid", "Judge a tender: whether to bid, the odds of each rank, what is wrong with the documents, and which date comes next.")
        {
            file,
        };
        report.AddTo(command);
        command.SetAction(result =>
        {
            var input = result.GetValue(file);
            using var stream = input is null ? Samples.Tender() : InputFile.Open(input, "a tender");
            var review = input is null ? Judged(stream) : InputFile.Read(stream, input, Judged);
            report.Write(result, BidReports.Of(review), input);
        });
        return command;
    }

    private static BidReview Judged(Stream stream) =>
        ModelFaults.Report(() => BidReview.Of(Tender.FromJson(InputFile.BytesOf(stream))));
}
