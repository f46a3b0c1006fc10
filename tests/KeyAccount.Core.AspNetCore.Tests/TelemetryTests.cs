using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using KeyAccount.Core.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

namespace KeyAccount.Core.AspNetCore.Tests;

/// <summary>What a host sees of reloads, faults and batches; and that no answer is a mixed one while settings reload.</summary>
public class TelemetryTests
{
    private static string Settings(string version, double cut) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        { "KeyAccount": {
            "Models": { "accountValue.standard": { "version": "{{version}}", "bands": { "A": {{cut}} } } },
            "Tenants": { "acme": { "Models": { "accountValue.standard": { "bands": { "A": {{cut + 1}} } } } } } } }
        """);

    [Fact]
    public async Task Reloads_faults_and_batches_are_counted_and_traced()
    {
        await using var service = await Service.Start(Settings("one", 70));
        var factory = service.Services.GetRequiredService<IMeterFactory>();
        var measured = new ConcurrentBag<string>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "KeyAccount.Core.AspNetCore" && ReferenceEquals(instrument.Meter.Scope, factory))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add($"{instrument.Name} {value} {Tag(tags)}"));
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => measured.Add($"{instrument.Name} {value} {Tag(tags)}"));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measured.Add($"{instrument.Name} {Tag(tags)}"));
        meters.Start();
        var activities = new ConcurrentBag<Activity>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "KeyAccount.Core.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(traces);

        (await service.Post("/grade", """{ "accounts": [ { "id": "a", "revenue": 1 } ] }""")).IsOk();
        (await service.Post("/tenants/acme/assess/accountValue.standard", Bodies.Facts)).IsOk();
        await service.Refuses("/assess/accountValue.standard", """{ "a": 1, "b": 2 }""", 400);
        service.Change(Settings("two", 71));
        service.Change(Settings("bad", -5));
        meters.RecordObservableInstruments();

        measured.Should().Contain(
        [
            "keyaccount.batch.accounts 1 grade", "keyaccount.batch.duration grade", "keyaccount.request.faults 2 ",
            "keyaccount.reloads 1 taken", "keyaccount.reloads 1 refused",
        ]);
        measured.Should().Contain(each => each.StartsWith("keyaccount.settings.faults ") && !each.StartsWith("keyaccount.settings.faults 0"));
        var assessed = activities.Single(each => each.OperationName == "keyaccount.assess" && (string?)each.GetTagItem("keyaccount.tenant") == "acme");
        assessed.GetTagItem("keyaccount.model").Should().Be("accountValue.standard");
        ((string)assessed.GetTagItem("keyaccount.model.version")!).Should().StartWith("one");
        activities.Where(each => each.OperationName == "keyaccount.reload").Select(each => each.Status)
            .Should().Contain([ActivityStatusCode.Unset, ActivityStatusCode.Error]);

        static string Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.Length == 0 ? "" : tags[0].Value?.ToString() ?? "";
    }

    [Fact]
    public async Task Health_is_degraded_while_reloaded_settings_are_refused()
    {
        await using var service = await Service.Start(Settings("one", 70));
        (await service.Get("/health")).IsOk().Body.Should().Be("Healthy");
        service.Change(Settings("bad", -5));
        (await service.Get("/health")).Body.Should().Be("Degraded");
        var report = await service.Services.GetRequiredService<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService>()
            .CheckHealthAsync(TestContext.Current.CancellationToken);
        report.Entries["keyaccount"].Data.Keys.Should().Contain(path => path.Contains("accountValue.standard"));
        service.Change(Settings("two", 71));
        (await service.Get("/health")).Body.Should().Be("Healthy");
    }

    [Fact]
    public async Task Sixteen_clients_get_no_wrong_or_mixed_answer_while_settings_reload()
    {
        await using var service = await Service.Start(Settings("one", 70));
        string[] paths = ["/assess/accountValue.standard", "/tenants/acme/assess/accountValue.standard", "/explain/accountValue.standard"];
        var right = paths.ToDictionary(path => path, _ => new HashSet<string>(StringComparer.Ordinal));
        foreach (var settings in new[] { Settings("two", 99), Settings("one", 70) })
        {
            service.Change(settings);
            foreach (var path in paths)
                right[path].Add((await service.Post(path, Bodies.Facts)).IsOk().Body);
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(TimeSpan.FromSeconds(2));
        var wrong = new ConcurrentBag<string>();
        var (count, reloads) = (0, 0);
        var reloading = Task.Run(async () =>
        {
            for (; !end.IsCancellationRequested; reloads++)
            {
                service.Change(reloads % 3 == 0 ? Settings("two", 99) : reloads % 3 == 1 ? Settings("bad", -1) : Settings("one", 70));
                await Task.Delay(5, CancellationToken.None);
            }
        }, CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async client =>
        {
            for (var i = client; !end.IsCancellationRequested; i++)
            {
                var path = paths[i % paths.Length];
                var answer = await service.Post(path, Bodies.Facts);
                if (!right[path].Contains(answer.Body))
                    wrong.Add(answer.Body);
                Interlocked.Increment(ref count);
            }
        }));
        await reloading;
        wrong.Should().BeEmpty();
        right.Values.Should().OnlyContain(answers => answers.Count == 2);
        count.Should().BeGreaterThan(100);
        reloads.Should().BeGreaterThan(5);
    }
}
