using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Terminal;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Tool.Plans;

/// <summary>Reviews in a folder, a file for each date; plans are in a file of their own (<see cref="PlanStore"/>), here one for each
/// account.</summary>
internal sealed class ReviewFolder(DirectoryInfo folder, FileSteps? steps = null) : IReviewStore
{
    private const string Prefix = "review-";
    private const string Ending = ".json";

    public IReadOnlyList<LocalDate> Dates()
    {
        if (!folder.Exists)
            return [];
        try
        {
            return
            [
                .. folder.EnumerateFiles($"{Prefix}*{Ending}")
                    .Select(file => LocalDatePattern.Iso.Parse(file.Name[Prefix.Length..^Ending.Length]))
                    .Where(parsed => parsed.Success).Select(parsed => parsed.Value).Order(),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read '{folder}': {e.Message}", e);
        }
    }

    public RecordedReview? Read(LocalDate asOf)
    {
        var file = FileOf(asOf);
        return file.Exists
            ? InputFile.Read(
                file, "a review", stream => ModelFaults.Report(() => RecordedReview.FromJson(InputFile.BytesOf(stream))))
            : null;
    }

    public IReadOnlyList<ReviewPoint> PointsOf(string accountId) =>
    [
        .. Dates().Select(Read).Select(review => review?.Points.FirstOrDefault(point => point.Summary.Id == accountId))
            .OfType<ReviewPoint>(),
    ];

    public bool TryAdd(RecordedReview review)
    {
        var file = FileOf(review.AsOf);
        Make();
        using var held = FileLock.Hold(file);
        if (File.Exists(file.FullName))
            return false;
        PlanStore.Replace(file, review.ToJson(), steps);
        return true;
    }

    public StoredPlan? ReadPlan(string accountId)
    {
        var file = PlanOf(accountId);
        if (!file.Exists)
            return null;
        var plans = PlanStore.Read(file);
        return plans.Find(accountId) is { } plan
            && int.TryParse(plans.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(plan, version)
            : throw new ToolException($"{file}: it is not a plan that a history keeps.");
    }

    public bool TryWrite(AccountPlan plan, int expectedVersion)
    {
        var file = PlanOf(plan.AccountId);
        Make();
        using var held = FileLock.Hold(file);
        if ((ReadPlan(plan.AccountId)?.Version ?? 0) != expectedVersion)
            return false;
        PlanStore.Replace(
            file, new PlanFile { Name = (expectedVersion + 1).ToString(CultureInfo.InvariantCulture), Plans = [plan] }.ToJson(), steps);
        return true;
    }

    // An id may hold what no name of a file can, and be longer.
    private FileInfo PlanOf(string accountId) => new(Path.Join(
        folder.FullName, $"plan-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(accountId)))}{Ending}"));

    private FileInfo FileOf(LocalDate asOf) => new(Path.Join(folder.FullName, $"{Prefix}{LocalDatePattern.Iso.Format(asOf)}{Ending}"));

    private void Make()
    {
        try
        {
            folder.Create();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot write into '{folder}': {e.Message}", e);
        }
    }
}
