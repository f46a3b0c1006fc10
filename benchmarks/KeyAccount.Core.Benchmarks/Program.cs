using BenchmarkDotNet.Running;
using KeyAccount.Core.Benchmarks;

// Quick answers by name; everything else is BenchmarkDotNet's.
if (args is [Ratios.Name, .. var groups])
    return Ratios.Print(Console.Out, groups) ? 0 : 1;
if (args is [LargeReview.Name, ..])
    return LargeReview.Run(args);
if (args is [TopicCosts.Name])
    return TopicCosts.Run();
if (args is [WinbackBacktest.Name, ..])
    return WinbackBacktest.Run(args);
if (args is [LongSweep.Name, ..])
    return LongSweep.Run(args);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
