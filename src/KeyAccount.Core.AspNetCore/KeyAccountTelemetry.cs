using System.Diagnostics;
using System.Diagnostics.Metrics;
using KeyAccount.Core.DependencyInjection;

namespace KeyAccount.Core.AspNetCore;

/// <summary>The metrics and traces of the package. The names are part of its contract; the README lists them.</summary>
internal sealed class KeyAccountTelemetry
{
    /// <summary>The name of the source of activities and of the meter.</summary>
    public const string Name = "KeyAccount.Core.AspNetCore";

    private static readonly ActivitySource Activities = new(Name);

    private readonly TimeProvider _time;
    private readonly Counter<long> _reloads;
    private readonly Counter<long> _faults;
    private readonly Histogram<int> _accounts;
    private readonly Histogram<double> _duration;

    public KeyAccountTelemetry(IMeterFactory meters, KeyAccountModels models, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(Name);
        _reloads = meter.CreateCounter<long>("keyaccount.reloads", "{reload}", "Reloads of the settings of models, by outcome.");
        _faults = meter.CreateCounter<long>("keyaccount.request.faults", "{fault}", "Faults of what was sent.");
        _accounts = meter.CreateHistogram<int>("keyaccount.batch.accounts", "{account}", "Accounts of a batch, by operation.");
        _duration = meter.CreateHistogram<double>("keyaccount.batch.duration", "s", "The time a batch takes, by operation.");
        meter.CreateObservableGauge(
            "keyaccount.settings.faults", () => models.Faults.Count, "{fault}", "Faults of settings that are refused.");
    }

    /// <summary>Gets when a batch begins.</summary>
    public long Now => _time.GetTimestamp();

    /// <summary>Begins the activity of an answer; null if nobody listens.</summary>
    public static Activity? Begin(string operation, string? model = null, string? version = null, string? tenant = null)
    {
        var activity = Activities.StartActivity($"keyaccount.{operation}");
        activity?.SetTag("keyaccount.model", model).SetTag("keyaccount.model.version", version).SetTag("keyaccount.tenant", tenant);
        return activity;
    }

    public void Reloaded(int faults)
    {
        var outcome = faults == 0 ? "taken" : "refused";
        using var activity = Activities.StartActivity("keyaccount.reload");
        activity?.SetTag("keyaccount.outcome", outcome).SetTag("keyaccount.faults", faults);
        if (faults > 0)
            activity?.SetStatus(ActivityStatusCode.Error);
        _reloads.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));
    }

    public void Refused(int faults) => _faults.Add(faults);

    public void Done(string operation, int accounts, long since)
    {
        var tag = KeyValuePair.Create<string, object?>("operation", operation);
        _accounts.Record(accounts, tag);
        _duration.Record(_time.GetElapsedTime(since).TotalSeconds, tag);
    }
}
