//! The command of the press: reads the data, the page as Trunk built it and the results of earlier runs, and writes the
//! site.

mod folder;
mod store;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use publish::{Forgetful, Input, Memory, Output};

use crate::store::Store;

/// Makes the site of a dashboard: the page with its figures in it, its excerpts, and every file beside it.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The page without figures, as Trunk built it.
    #[arg(long, value_name = "DIR")]
    template: PathBuf,
    /// The folder of the edition: its dashboard.json is read.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// The folder that becomes the site. Only new or different files are written; files that are no longer part of the site
    /// are removed, except the frozen ones in v/, which are all kept.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
    /// A site published earlier, whose frozen files in v/ are kept in this one. By default the site that is in the folder
    /// already.
    #[arg(long, value_name = "DIR")]
    earlier: Option<PathBuf>,
    /// The folder in which slow results are kept for the next run, or "none".
    #[arg(long, value_name = "DIR", default_value = "target/press-memory")]
    memory: PathBuf,
    /// The address at which the site will be published, for citations and previews; without it they are relative or left
    /// out. By default the value of the variable FOOTNOTED_URL.
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    /// Make a site for previews while you edit: no policy, no compressed copies, nothing frozen. While the data has problems
    /// the last pages stay; if there are none, the page has no figures.
    #[arg(long)]
    draft: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nThe press stopped: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let begin = Instant::now();
    let Arguments { template, data, out, earlier, memory, address, draft } = arguments;
    let data_path = data.join("dashboard.json");
    let bytes = fs::read(&data_path).with_context(|| {
        format!("{} cannot be read; --data names the folder of an edition, with a dashboard.json", data_path.display())
    })?;
    let page = folder::read(template).with_context(|| {
        format!("the template {} cannot be read; `cargo xtask build` makes one", template.display())
    })?;
    let address = address.clone().or_else(|| std::env::var("FOOTNOTED_URL").ok());
    let store = (memory.as_os_str() != "none").then(|| Store::open(memory));
    let memory: &dyn Memory = store.as_ref().map_or(&Forgetful, |store| store);
    let output = publish::press(&Input {
        data: &bytes,
        data_path: &data_path.to_string_lossy(),
        template: &page,
        template_path: &template.to_string_lossy(),
        address: address.as_deref().filter(|address| !address.is_empty()),
        draft: *draft,
        earlier: &folder::Published(earlier.as_deref().unwrap_or(out)),
        memory,
        workers: thread::available_parallelism().map_or(1, usize::from),
    })?;
    for remark in &output.remarks {
        eprintln!("{remark}");
    }
    // While editing, the last good page stays, as for readers; the program in it lists the problems.
    let without_figures = output.figures == 0 && !output.remarks.is_empty();
    ensure!(!(without_figures && out.join("index.html").is_file()), "the pages in {} stay as they were", out.display());
    folder::write(out, &output.files, earlier.as_deref())?;
    if let Some(store) = store {
        // Without the memory the next run only takes longer.
        if let Err(error) = store.close() {
            eprintln!("What was made cannot be kept in {} for the next run: {error}", arguments.memory.display());
        }
    }
    println!("{}", summary(&output, begin.elapsed().as_secs_f64()));
    Ok(())
}

/// The amount of work done, for measurements.
fn summary(output: &Output, seconds: f64) -> String {
    let files = output.files.iter();
    let plain = files.clone().filter(|(address, _)| !address.ends_with(".br") && !address.ends_with(".gz")).count();
    let bytes: usize = files.map(|(_, content)| content.len()).sum();
    let memory = peak_memory().map(|megabytes| format!(", {megabytes} MB at most")).unwrap_or_default();
    format!(
        "pressed {} figures: {} files ({plain} without compressed copies), {bytes} bytes, {seconds:.1} seconds{memory}",
        output.figures,
        output.files.len(),
    )
}

/// The peak memory of this process in megabytes, if the system reports it.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}
