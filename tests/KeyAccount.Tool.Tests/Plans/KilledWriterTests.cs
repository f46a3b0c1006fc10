using System.Globalization;
using KeyAccount.Core.Planning;
using KeyAccount.Core.Reviews;
using KeyAccount.Tool.Files;
using KeyAccount.Tool.Plans;
using KeyAccount.Tool.Portfolios;
using KeyAccount.Tool.Tests.Support;
using NodaTime;

namespace KeyAccount.Tool.Tests.Plans;

/// <summary>A program can be killed between any two steps of a write. What is in the folder then is copied, as a killed program would leave it; from each
/// copy everything that was acknowledged must be read, and the next edit must work. A write that took the steps in another order, or in place, would fail
/// here (<see cref="The_copies_find_a_writer_that_writes_in_place"/>).</summary>
public sealed class KilledWriterTests : IDisposable
{
    private const string Action = "A/1";
    private const string File = "plan.json";

    private static readonly LocalDate Today = new(2026, 1, 31);

    private readonly TemporaryFolder _folder = new();
    private readonly List<Left> _left = [];
    private int _acknowledged;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_between_any_two_steps_of_an_edit_it_loses_nothing_that_was_acknowledged()
    {
        var steps = new WatchedSteps(Copy);
        var plan = new FileInfo(_folder.Write(File, Planned().ToJson()));
        for (var edit = 1; edit <= 40; edit++)
        {
            Copy();
            PlanStore.Edit(plan, Edit(edit), Today, steps);
            _acknowledged = edit;
        }

        Copy();
        _left.Should().HaveCountGreaterThan(200);
        _left.Should().Contain(left => left.Files.Count > 2, "a file that is half written is left behind");
        foreach (var left in _left)
        {
            using var folder = left.Restored();
            var file = new FileInfo(folder.Of(File));
            PlanStore.Read(file).Actions.Single().Revision.Should().BeInRange(left.Acknowledged, left.Acknowledged + 1);
            PlanStore.Edit(file, Edit(100), Today);
            PlanStore.Read(file).Actions.Single().Hours.Should().Be(100);
            folder.Names.Should().BeEquivalentTo([File, $".{File}.lock"], "what a killed program has left goes with the next edit");
        }
    }

    [Fact]
    public void Killed_while_a_review_is_taken_up_the_plans_are_those_before_or_after()
    {
        var reviews = Months();
        var file = new FileInfo(_folder.Of(File));
        var steps = new WatchedSteps(Copy);
        var written = new List<PlanFile> { new() };
        foreach (var review in reviews)
        {
            written.Add(PlanStore.Update(file, plans => plans.TakeUp(review.Accounts), steps));
            _acknowledged++;
            Copy();
        }

        foreach (var left in _left)
        {
            using var folder = left.Restored();
            var now = System.IO.File.Exists(folder.Of(File)) ? PlanStore.Read(new(folder.Of(File))) : new();
            written.Skip(left.Acknowledged).Take(2).Should().Contain(now);
        }
    }

    [Fact]
    public void Killed_while_a_review_or_a_plan_is_kept_a_history_is_whole()
    {
        var reviews = Months();
        var kept = new DirectoryInfo(_folder.Of("history"));
        kept.Create();
        var store = new ReviewFolder(kept, new WatchedSteps(() => Copy(kept.FullName)));
        var history = new ReviewHistory(store);
        foreach (var review in reviews)
        {
            history.Record(review).Should().BeTrue();
            _acknowledged++;
            Copy(kept.FullName);
        }

        store.TryWrite(Planned().Plans[0], 0).Should().BeTrue();
        history.Edit("A", Action, action => action with { Hours = 7 }).IsAccepted.Should().BeTrue();
        foreach (var left in _left)
        {
            using var folder = left.Restored();
            var restored = new ReviewFolder(new(folder.Path));
            restored.Dates().Count.Should().BeInRange(left.Acknowledged, left.Acknowledged + 1);
            restored.Dates().Select(date => restored.Read(date)).Should().Equal(reviews.Take(restored.Dates().Count).Select(RecordedReview.Of));
            _ = restored.ReadPlan("A");
        }

        new ReviewFolder(kept).ReadPlan("A")!.Plan.Actions.Single().Hours.Should().Be(7);
        new ReviewFolder(kept).TryWrite(new() { AccountId = new string('长', 300) }, 0).Should().BeTrue("an id may be longer than the name of a file");
    }

    [Fact]
    public void The_copies_find_a_writer_that_writes_in_place()
    {
        var text = Planned().ToJson();
        var path = _folder.Write(File, text);
        using (var stream = new WatchedStream(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), Copy))
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        _left.Where(left => !Reads(left)).Should().NotBeEmpty();

        static bool Reads(Left left)
        {
            using var folder = left.Restored();
            return Record.Exception(() => PlanStore.Read(new(folder.Of(File)))) is null;
        }
    }

    // Real programs, killed by the system at a random moment after an answer. KEYACCOUNT_KILLS says how many: 200 take a minute or two, 8 a few seconds.
    [Fact]
    public async Task A_program_that_is_killed_loses_nothing_that_was_acknowledged()
    {
        const int Lanes = 2;
        var kills = int.Parse(Environment.GetEnvironmentVariable("KEYACCOUNT_KILLS") ?? "8", CultureInfo.InvariantCulture);
        await Parallel.ForAsync(0, Lanes, TestContext.Current.CancellationToken, async (lane, stop) =>
        {
            var (random, file) = (new Random(lane), new FileInfo(_folder.Write($"lane{lane}.json", Planned().ToJson())));
            var acknowledged = 0;
            for (var kill = lane; kill < kills; kill += Lanes)
            {
                using var process = ToolProcess.Start("plan", "set", "--plan", file.FullName, "--from", "-", "--lang", "en");
                for (var i = 0; i < 400; i++)
                    await process.StandardInput.WriteLineAsync($$"""{"action":"{{Action}}","hours":{{i + 1}}}""".AsMemory(), stop);
                await process.StandardInput.FlushAsync(stop);
                for (var answers = random.Next(1, 8); answers > 0; answers--)
                    acknowledged = RevisionIn(await process.StandardOutput.ReadLineAsync(stop));
                await Task.Delay(random.Next(4), stop);
                process.Kill();
                await process.WaitForExitAsync(stop);
                while (await process.StandardOutput.ReadLineAsync(stop) is { } more)
                    acknowledged = more.EndsWith(").", StringComparison.Ordinal) ? RevisionIn(more) : acknowledged;

                // One more may be written that nobody could be told of.
                PlanStore.Read(file).Actions.Single().Revision.Should().BeInRange(acknowledged, acknowledged + 1);
            }

            acknowledged.Should().BeGreaterThanOrEqualTo(kills / Lanes);
        });

        static int RevisionIn(string? answer) => int.Parse(answer!.Split("revision ")[1].TrimEnd('.', ')'), CultureInfo.InvariantCulture);
    }

    private static PlanFile Planned() => new()
    {
        Plans =
        [
            new()
            {
                AccountId = "A",
                Actions = [new PlanAction { Id = Action, Text = "Call", Owner = "Li Wei", DueOn = Today }],
                Notes = [.. Enumerable.Range(0, 200).Select(i => new PlanNote { Section = PlanSection.Goals, Text = $"note {i}" })],
            },
        ],
    };

    private static ActionEdit Edit(int hours) => ActionEdit.FromJson(string.Create(CultureInfo.InvariantCulture, $$"""{"action":"{{Action}}","hours":{{hours}}}"""));

    private static PortfolioReview[] Months()
    {
        using var reader = new StreamReader(Samples.Portfolio());
        var sample = Portfolio.FromJson(reader.ReadToEnd());
        return [.. Enumerable.Range(0, 3).Select(month => new AccountReviewer(ReviewModels.For(sample)).Review(sample with { AsOf = sample.AsOf.PlusMonths(month) }))];
    }

    private void Copy() => Copy(_folder.Path);

    // The lock is held, and cannot be read; whoever holds it is dead in the copy.
    private void Copy(string folder) => _left.Add(new(
        _acknowledged,
        Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path)!, path => path.EndsWith(".lock", StringComparison.Ordinal) ? [] : System.IO.File.ReadAllBytes(path))));

    private sealed record Left(int Acknowledged, Dictionary<string, byte[]> Files)
    {
        public TemporaryFolder Restored()
        {
            var folder = new TemporaryFolder();
            foreach (var (name, bytes) in Files)
                folder.Write(name, bytes);
            return folder;
        }
    }

    // Tells of the moment before and after each step.
    private sealed class WatchedSteps(Action reached) : FileSteps
    {
        public override Stream Create(string path)
        {
            reached();
            var stream = new WatchedStream(base.Create(path), reached);
            reached();
            return stream;
        }

        public override void Flush(Stream stream)
        {
            base.Flush(((WatchedStream)stream).Inner);
            reached();
        }

        public override void Move(string from, string to)
        {
            reached();
            base.Move(from, to);
            reached();
        }
    }

    // Writes in two parts, and tells of the moment between them.
    private sealed class WatchedStream(Stream inner, Action reached) : Stream
    {
        public Stream Inner => inner;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            inner.Write(buffer, offset, count / 2);
            inner.Flush();
            reached();
            inner.Write(buffer, offset + (count / 2), count - (count / 2));
            inner.Flush();
            reached();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
